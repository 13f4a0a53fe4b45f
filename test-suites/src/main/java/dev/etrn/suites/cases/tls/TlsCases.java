package dev.etrn.suites.cases.tls;

import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.TLS;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.SessionOpeningSteps;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.function.Consumer;

/** The cases of STARTTLS in sessions with ETRN (RFC 3207). */
public final class TlsCases {

  private TlsCases() {}

  public static List<Case> all() {
    return List.of(
        demanded(),
        parameter(),
        notOfferedAgain(),
        anew(),
        announced(),
        inTransaction(),
        failedHandshake());
  }

  private static Case demanded() {
    return CaseBuilder.of(
            "etrn.tls.demanded", "A server that demands TLS answers 530 to ETRN without it")
        .covers("TLS-001", "TLS-002", "SEC-029", "DECL-007")
        .expects("530 5.7.0 where target.tls is required, for every node alike")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.connectInTheClear();
              SessionOpeningSteps.ehlo(client);
              client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
              stage
                  .nodes()
                  .unknown()
                  .ifPresent(node -> client.step("unknown").line("ETRN " + node).reply());
              Scripts.quit(client);
            })
        .judgedWhenOfferedDespite421(TlsJudges::demanded);
  }

  private static Case parameter() {
    return CaseBuilder.of("etrn.tls.parameter", "STARTTLS takes no parameter")
        .covers("TLS-008")
        .expects("501")
        .needs(TLS)
        .script(
            stage -> {
              WireClient client = stage.connectInTheClear();
              SessionOpeningSteps.ehlo(client);
              client.step("starttls").line("STARTTLS now").reply();
              client.close();
            })
        .judgedWhenGreeted(
            ReplyJudge.of("starttls", "TLS-008")
                .keeps(Codes.of(501))
                .breaks(Codes.of(220))
                .notes(Codes.REFUSED, "refused with another code than 501"));
  }

  private static Case notOfferedAgain() {
    return CaseBuilder.of("etrn.tls.not-offered-again", "STARTTLS is not offered inside TLS")
        .covers("TLS-007")
        .expects("no keyword STARTTLS")
        .needs(TLS)
        .script(stage -> playInTls(stage, client -> {}))
        .judgedWhenGreeted(TlsJudges.inTls("TLS-007", TlsJudges::notOfferedAgain));
  }

  private static Case anew() {
    return CaseBuilder.of("etrn.tls.anew", "After the handshake the session begins anew")
        .covers("TLS-003")
        .expects("RCPT refused, because no transaction is open; ETRN not answered 503")
        .needs(PERMITTED, TLS)
        .script(
            stage ->
                playInTls(
                    stage,
                    client -> {
                      Scripts.rcpt(client, stage.node(PERMITTED));
                      client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
                    }))
        .judgedWhenOffered(TlsJudges.inTls("TLS-003", TlsJudges::anew));
  }

  private static Case announced() {
    return CaseBuilder.of(
            "etrn.tls.announced", "What EHLO lists inside TLS is what the server does there")
        .covers("TLS-009", "SMTP-003")
        .expects("ETRN listed and not answered 500 or 502, or neither")
        .needs(PERMITTED, TLS)
        .script(
            stage ->
                playInTls(
                    stage,
                    client -> client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply()))
        .judgedWhenGreeted(TlsJudges.inTls("TLS-009", TlsJudges::announced));
  }

  private static Case inTransaction() {
    return CaseBuilder.of(
            "etrn.tls.in-transaction", "STARTTLS inside a transaction is refused, or ends it")
        .covers("TLS-012", "TLS-003")
        .expects("503; or 220, and no transaction inside TLS")
        .needs(PERMITTED, TLS)
        .script(
            stage -> {
              WireClient client = stage.connectInTheClear();
              client.step("clear-ehlo").line(client.identity().hello()).reply();
              Scripts.mail(client);
              boolean isReady =
                  client
                      .step("starttls")
                      .line("STARTTLS")
                      .reply()
                      .filter(r -> r.code() == 220)
                      .isPresent();
              if (isReady && client.startTls()) {
                Scripts.enter(stage, client);
                Scripts.rcpt(client, stage.node(PERMITTED));
                client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
              }
              Scripts.quit(client);
            })
        .judgedWhenGreeted(TlsJudges::inTransaction);
  }

  private static Case failedHandshake() {
    return CaseBuilder.of(
            "etrn.tls.failed-handshake", "After octets that are not TLS the connection is closed")
        .covers("TLS-011")
        .expects("the connection closed, and no command taken in the clear")
        .needs(PERMITTED, TLS)
        .script(
            stage -> {
              WireClient client = stage.connectInTheClear();
              client.step("clear-ehlo").line(client.identity().hello()).reply();
              client.step("starttls").line("STARTTLS").reply();
              client.step("garbage").send("ETRN " + stage.node(PERMITTED) + "\r\nNOOP\r\n");
              client.untilClosed(stage.profile().commandTimeout());
              client.close();
            })
        .judgedWhenGreeted(TlsJudges::failedHandshake);
  }

  /** Sends STARTTLS, does the handshake, sends EHLO, runs {@code inside} and sends QUIT. */
  private static void playInTls(Stage stage, Consumer<WireClient> inside) {
    WireClient client = stage.connectInTheClear();
    if (SessionOpeningSteps.startTls(client)) {
      Scripts.enter(stage, client);
      inside.accept(client);
    }
    Scripts.quit(client);
  }
}
