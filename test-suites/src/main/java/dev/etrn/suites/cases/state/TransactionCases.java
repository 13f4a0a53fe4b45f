package dev.etrn.suites.cases.state;

import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;

/** The cases of ETRN inside a mail transaction (RFC 1985 section 5). */
public final class TransactionCases {

  private TransactionCases() {}

  public static List<Case> all() {
    return List.of(
        CaseBuilder.of("etrn.state.after-mail", "ETRN after MAIL is refused")
            .covers("ETRN-011", "SMTP-030")
            .expects("503, or another 5yz")
            .needs(PERMITTED)
            .script(
                stage -> {
                  WireClient client = stage.ehlo();
                  Scripts.mail(client);
                  ask(stage, client);
                  Scripts.quit(client);
                })
            .judgedWhenOffered(TransactionJudges.refused("ETRN-011", List.of("mail"))),
        CaseBuilder.of("etrn.state.after-rcpt", "ETRN after RCPT is refused")
            .covers("ETRN-012")
            .expects("503, or another 5yz")
            .needs(PERMITTED)
            .script(
                stage -> {
                  WireClient client = stage.ehlo();
                  Scripts.mail(client);
                  Scripts.rcpt(client, stage.node(PERMITTED));
                  ask(stage, client);
                  Scripts.quit(client);
                })
            .judgedWhenOffered(TransactionJudges.refused("ETRN-012", List.of("mail", "rcpt"))),
        CaseBuilder.of(
                "etrn.state.transaction-intact", "A refused ETRN leaves the transaction as it was")
            .covers("ETRN-013", "SMTP-030")
            .expects("the message is accepted after it")
            .needs(PERMITTED)
            .script(TransactionCases::messageAroundEtrn)
            .judgedWhenOffered(TransactionJudges::intact),
        CaseBuilder.of(
                "etrn.state.inside-data", "A line of message content that reads ETRN is text")
            .covers("ETRN-014")
            .expects("one reply, to the final dot")
            .needs(PERMITTED)
            .script(TransactionCases::etrnInContent)
            .judgedWhenOffered(TransactionJudges::content));
  }

  private static void messageAroundEtrn(Stage stage) {
    WireClient client = stage.ehlo();
    Scripts.mail(client);
    ask(stage, client);
    Scripts.rcpt(client, stage.node(PERMITTED));
    client
        .step("data")
        .line("DATA")
        .reply()
        .filter(r -> r.code() == 354)
        .ifPresent(go -> client.step("dot").send("Subject: intact\r\n\r\ntext\r\n.\r\n").reply());
    Scripts.quit(client);
  }

  private static void etrnInContent(Stage stage) {
    WireClient client = stage.ehlo();
    Scripts.mail(client);
    Scripts.rcpt(client, stage.node(PERMITTED));
    client
        .step("data")
        .line("DATA")
        .reply()
        .filter(r -> r.code() == 354)
        .ifPresent(
            go -> {
              client.step("content").line("Subject: content\r\n\r\nETRN " + stage.node(PERMITTED));
              client.listen(stage.profile().quiet());
              client.step("dot").line(".").reply();
            });
    client.step("noop").line("NOOP").reply();
    Scripts.quit(client);
  }

  private static void ask(Stage stage, WireClient client) {
    client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
  }
}
