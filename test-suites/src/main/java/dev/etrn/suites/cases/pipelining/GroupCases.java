package dev.etrn.suites.cases.pipelining;

import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;

/** The cases of groups of commands and the times of their replies. */
public final class GroupCases {

  private GroupCases() {}

  public static List<Case> all() {
    return List.of(flush(), unknownVerb(), afterDot());
  }

  private static Case flush() {
    return CaseBuilder.of(
            "etrn.pipelining.flush", "No reply is held back when there is no more input")
        .covers("PIPE-004")
        .expects("three replies while the client is silent")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client
                  .step("group")
                  .send(
                      client.identity().mail()
                          + "\r\nRSET\r\nETRN "
                          + stage.node(PERMITTED)
                          + "\r\n");
              client.replies(3);
              client.step("noop").line("NOOP").reply();
              client.listen(stage.profile().quiet());
              Scripts.quit(client);
            })
        .judgedWhenOffered(GroupCases::flushed);
  }

  private static List<Finding> flushed(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    int silent = dialogue.replies("group").size();
    int later = dialogue.replies("noop").size();
    String observed = silent + " of 3 replies came while the client was silent";
    if (silent >= 3) {
      return List.of(Finding.kept("PIPE-004", observed));
    }
    // A reply that comes together with the reply to NOOP was held back.
    return List.of(
        silent + later == 4
            ? Finding.broken("PIPE-004", observed + ", the others with that to NOOP")
            : Finding.inconclusive("PIPE-004", observed));
  }

  private static Case unknownVerb() {
    return CaseBuilder.of(
            "etrn.pipelining.unknown-verb",
            "An unknown command in a group is answered in its place")
        .covers("PIPE-007")
        .expects("5yz, the reply to ETRN, 250")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("group").send("XYZZY\r\nETRN " + stage.node(PERMITTED) + "\r\nNOOP\r\n");
              client.replies(3);
              // A surplus reply may come late.
              client.listen(stage.profile().quiet());
              Scripts.quit(client);
            })
        .judgedWhenOffered(GroupCases::inPlace);
  }

  private static List<Finding> inPlace(Transcript transcript) {
    List<Integer> codes = codes(transcript, "group");
    String observed =
        "an unknown verb, ETRN and NOOP were answered "
            + codes
            + (codes.size() > 3 ? ", more replies than commands" : "");
    boolean isInPlace = codes.size() == 3 && codes.get(0) >= 500 && codes.get(2) == 250;
    return List.of(
        isInPlace ? Finding.kept("PIPE-007", observed) : Finding.noted("PIPE-007", observed));
  }

  private static Case afterDot() {
    return CaseBuilder.of(
            "etrn.pipelining.after-dot",
            "An ETRN in the segment of the final dot is answered after the message")
        .covers("PIPE-011")
        .expects("250 for the message, then the reply to ETRN")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              Scripts.mail(client);
              Scripts.rcpt(client, stage.node(PERMITTED));
              boolean isContinued =
                  client.step("data").line("DATA").reply().filter(r -> r.code() == 354).isPresent();
              if (isContinued) {
                client
                    .step("dot")
                    .send(
                        "Subject: group\r\n\r\ntext\r\n.\r\nETRN "
                            + stage.node(PERMITTED)
                            + "\r\n");
                client.replies(2);
                // A surplus reply may come late.
                client.listen(stage.profile().quiet());
              }
              Scripts.quit(client);
            })
        .judgedWhenOffered(GroupCases::afterDot);
  }

  private static List<Finding> afterDot(Transcript transcript) {
    List<Integer> codes = codes(transcript, "dot");
    String observed = "the final dot and ETRN were answered " + codes;
    if (codes.isEmpty() || codes.get(0) / 100 != 2) {
      return List.of(Finding.inconclusive("PIPE-011", observed).dueTo(Impediment.among(codes)));
    }
    boolean isLost = codes.size() == 1 && !Dialogue.first(transcript).peerClosed();
    return List.of(
        isLost
            ? Finding.doubtful("PIPE-011", observed + ": ETRN was lost")
            : codes.size() == 2 && codes.get(1) != 554
                ? Finding.kept("PIPE-011", observed)
                : Finding.noted("PIPE-011", observed));
  }

  private static List<Integer> codes(Transcript transcript, String step) {
    return Dialogue.first(transcript).replies(step).stream().map(Reply::code).toList();
  }
}
