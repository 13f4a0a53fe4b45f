package dev.etrn.suites.cases.pipelining;

import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.client.WireClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cases of commands in one segment, and of a command in many segments (RFC 2920). */
public final class PipeliningCases {

  private PipeliningCases() {}

  public static List<Case> all() {
    return List.of(oneSegment(), order(), pieces(), group());
  }

  private static Case oneSegment() {
    return CaseBuilder.of(
            "etrn.pipelining.one-segment", "Commands behind ETRN in the same segment are not lost")
        .covers("PIPE-002", "PIPE-008", "PIPE-009")
        .expects("three replies in order, or a refusal and the end of the session")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("group").send("ETRN " + stage.node(PERMITTED) + "\r\nNOOP\r\nQUIT\r\n");
              client.replies(3);
              client.listen(stage.profile().quiet());
              client.untilClosed(stage.profile().commandTimeout());
            })
        .judgedWhenOffered(PipeliningJudges::oneSegment);
  }

  /** PIPE-001: a client may send this as one group, because ETRN is its last command. */
  private static Case order() {
    return CaseBuilder.of("etrn.pipelining.order", "Replies come in the order of the commands")
        .revision(2)
        .covers("PIPE-003")
        .expects("one reply to each command: 250, 503, 250, 503, and that to ETRN")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              String recipient = "RCPT TO:<inbox@" + stage.node(PERMITTED) + ">\r\n";
              client
                  .step("group")
                  .send(
                      "RSET\r\n"
                          + recipient
                          + "RSET\r\n"
                          + recipient
                          + "ETRN "
                          + stage.node(PERMITTED)
                          + "\r\n");
              client.replies(PipeliningJudges.IN_GROUP);
              // A surplus reply may come late.
              client.listen(stage.profile().quiet());
              Scripts.quit(client);
            })
        .judgedWhenOffered(PipeliningJudges::order);
  }

  private static Case pieces() {
    return CaseBuilder.of(
            "etrn.pipelining.pieces", "An ETRN line in segments of one octet is the same line")
        .covers("PIPE-005")
        .expects("the reply of the whole line")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              String line = "ETRN " + stage.node(PERMITTED) + "\r\n";
              Scripts.ask(stage, client, "etrn", c -> c.send(line));
              Scripts.quit(client);
              WireClient slowClient = stage.ehlo();
              Scripts.ask(
                  stage, slowClient, "etrn", c -> c.sendInPieces(line, 1, Duration.ofMillis(5)));
              Scripts.quit(slowClient);
            })
        .judgedWhenOffered(PipeliningJudges::pieces);
  }

  private static Case group() {
    return CaseBuilder.of(
            "etrn.pipelining.transaction-group",
            "MAIL and RCPT before an ETRN in one group keep their effect")
        .covers("PIPE-010", "ETRN-011")
        .expects("250, 250, 503, then 354 to DATA")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client
                  .step("group")
                  .send(
                      client.identity().mail()
                          + "\r\nRCPT TO:<inbox@"
                          + stage.node(PERMITTED)
                          + ">\r\nETRN "
                          + stage.node(PERMITTED)
                          + "\r\n");
              client.replies(3);
              Optional<Reply> reply = client.step("data").line("DATA").reply();
              // A surplus reply comes before the reply to DATA.
              for (int surplus = 0;
                  surplus < 3 && reply.filter(r -> r.firstDigit() == 2).isPresent();
                  surplus++) {
                reply = client.reply();
              }
              client.close();
            })
        .judgedWhenOffered(PipeliningJudges::group);
  }
}
