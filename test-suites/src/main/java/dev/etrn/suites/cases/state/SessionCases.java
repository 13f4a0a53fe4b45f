package dev.etrn.suites.cases.state;

import static dev.etrn.suites.catalogue.Need.DENIED;
import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The cases of ETRN at different points of a session, and of the session after it. */
public final class SessionCases {

  private static final int SEVERAL = 10;

  private SessionCases() {}

  public static List<Case> all() {
    return List.of(
        allowed(
            "etrn.state.after-ehlo", "ETRN is allowed right after EHLO", "ETRN-010", client -> {}),
        allowed(
            "etrn.state.after-second-ehlo",
            "ETRN is allowed after EHLO in mid-transaction, which ends it",
            "SMTP-007",
            client -> {
              Scripts.mail(client);
              client.step("again").line(client.identity().hello()).reply();
            }),
        allowed(
            "etrn.state.after-rset",
            "ETRN is allowed after RSET, which ends the transaction",
            "SMTP-009",
            client -> {
              Scripts.mail(client);
              client.step("rset").line("RSET").reply();
            }),
        allowed(
            "etrn.state.after-refused-mail",
            "A MAIL command that was refused opens no transaction",
            "ETRN-015",
            client -> client.step("refused").line("MAIL FROM:<@@>").reply()),
        beforeEhlo(),
        afterHelo(),
        several(),
        quit(),
        leaves(
            "etrn.state.client-closes",
            "A client that closes right after ETRN does no harm",
            WireClient::close),
        leaves(
            "etrn.state.client-resets",
            "A client that resets right after ETRN does no harm",
            WireClient::reset),
        ehloName());
  }

  private static Case allowed(
      String id, String title, String requirement, Consumer<WireClient> preparation) {
    return CaseBuilder.of(id, title)
        .covers(requirement, "ETRN-010")
        .expects("anything but 503")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              preparation.accept(client);
              client.step("etrn").line(stage.request(PERMITTED)).reply();
              Scripts.quit(client);
            })
        .judgedWhenOffered(SessionJudges.allowed(requirement));
  }

  private static Case beforeEhlo() {
    return CaseBuilder.of("etrn.state.before-ehlo", "ETRN before EHLO is taken or refused")
        .covers("SMTP-001")
        .expects("acceptance or refusal")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.connect();
              Scripts.ask(stage, client, "etrn", stage.request(PERMITTED));
              Scripts.enter(stage, client);
              Scripts.quit(client);
            })
        .judgedWhenOfferedDespite421(
            ReplyJudge.of("etrn", "SMTP-001")
                .keeps(Codes.ACCEPTED)
                .notes(Codes.of(503), "this server wants EHLO first")
                .notes(Codes.any(), "refused before EHLO"));
  }

  private static Case afterHelo() {
    return CaseBuilder.of(
            "etrn.state.after-helo",
            "HELO is answered on one line; ETRN after it is taken or refused")
        .covers("SMTP-002")
        .expects("one line with 250; either to ETRN")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.authenticated();
              client.step("helo").line("HELO " + client.identity().ehlo()).reply();
              Scripts.ask(stage, client, "etrn", stage.request(PERMITTED));
              Scripts.quit(client);
            })
        .judgedWhenGreeted(SessionJudges::helo);
  }

  private static Case several() {
    return CaseBuilder.of("etrn.state.several", "Several ETRNs in one session are all answered")
        .covers("ETRN-056", "ETRN-058")
        .expects("one reply to each")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              int count = Math.min(SEVERAL, stage.profile().etrnsPerSession().orElse(SEVERAL));
              IntStream.rangeClosed(1, count)
                  .forEach(
                      i ->
                          client
                              .step("etrn")
                              .line("ETRN n" + i + "." + stage.node(PERMITTED))
                              .reply());
              Scripts.quit(client);
            })
        .judgedWhenOffered(SessionJudges::answeredAll);
  }

  private static Case quit() {
    return CaseBuilder.of("etrn.state.quit", "QUIT right after ETRN ends the session at once")
        .covers("ETRN-059")
        .expects("221, and the connection closed")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("etrn").line(stage.request(PERMITTED)).reply();
              client.step("quit").line("QUIT").reply();
              client.untilClosed(stage.profile().commandTimeout());
            })
        .judgedWhenOffered(SessionJudges::closedAfterQuit);
  }

  private static Case leaves(String id, String title, Consumer<WireClient> leave) {
    return CaseBuilder.of(id, title)
        .covers("ETRN-060")
        .expects("the next session is served")
        .needs(PERMITTED)
        .script(
            stage -> {
              for (int i = 0; i < 5; i++) {
                WireClient client = stage.ehlo();
                client.step("etrn").line(stage.request(PERMITTED));
                leave.accept(client);
              }
              WireClient next = stage.ehlo();
              next.step("noop").line("NOOP").reply();
              Scripts.quit(next);
            })
        .judgedWhenOffered(
            ReplyJudge.of("noop", "ETRN-060").keeps(Codes.of(250)).breaks(Codes.any()));
  }

  private static Case ehloName() {
    return CaseBuilder.of("etrn.state.ehlo-name", "The name given with EHLO gives no rights")
        .covers("ETRN-062", "SEC-027", "DECL-002")
        .expects("the same reply under another name")
        .needs(DENIED)
        .script(
            stage -> {
              WireClient honest = stage.ehlo();
              honest.step("etrn").line(stage.request(DENIED)).reply();
              Scripts.quit(honest);
              WireClient renamed = stage.authenticated();
              renamed.step("ehlo").line("EHLO " + stage.node(DENIED)).reply();
              renamed.step("etrn").line(stage.request(DENIED)).reply();
              Scripts.quit(renamed);
            })
        .judgedWhenOffered(SessionJudges::sameUnderOtherName);
  }
}
