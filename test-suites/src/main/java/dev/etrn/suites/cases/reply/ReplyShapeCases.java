package dev.etrn.suites.cases.reply;

import static dev.etrn.suites.catalogue.Need.DENIED;
import static dev.etrn.suites.catalogue.Need.EMPTY;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.UNKNOWN;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Script;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.wire.client.WireClient;
import java.util.ArrayList;
import java.util.List;

/** The cases of the codes, the number and the shape of replies, whatever the request. */
public final class ReplyShapeCases {

  private ReplyShapeCases() {}

  public static List<Case> all() {
    return List.of(
        CaseBuilder.of("etrn.reply.success-codes", "Success is 250, 251, 252 or 253, and never 3yz")
            .covers("ETRN-026", "ETRN-027")
            .expects("no other 2yz, no 3yz")
            .needs(PERMITTED, EMPTY)
            .script(
                Scripts.acceptedEach(
                    stage ->
                        List.of(
                            stage.request(PERMITTED),
                            "ETRN @" + stage.node(PERMITTED),
                            stage.request(EMPTY))))
            .judgedWhenOffered(CodeJudges.success()),
        CaseBuilder.of("etrn.reply.failure-codes", "Failure is 458, 459, 500 or 501")
            .covers("ETRN-028")
            .expects("458, 459, 500 or 501")
            .needs(DENIED, UNKNOWN)
            .script(
                Scripts.sessions(
                    stage ->
                        List.of(
                            "ETRN",
                            "ETRN a..b.test",
                            stage.request(DENIED),
                            stage.request(UNKNOWN),
                            "ETRN #no_such_queue")))
            .judgedWhenOffered(CodeJudges.failure()),
        CaseBuilder.of("etrn.reply.exactly-one", "Each ETRN has exactly one reply")
            .covers("ETRN-058")
            .expects("as many replies as commands")
            .needs(PERMITTED)
            .script(
                stage -> {
                  WireClient client = stage.ehlo();
                  client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
                  client.listen(stage.profile().quiet());
                  client.step("noop").line("NOOP").reply();
                  client.step("quit").line("QUIT").reply();
                  client.untilClosed(stage.profile().commandTimeout());
                })
            .judgedWhenOffered(ShapeJudges::exactlyOne),
        CaseBuilder.of(
                "etrn.reply.well-formed", "Every reply is well-formed, also to hostile input")
            .covers("SMTP-022", "SMTP-023", "SMTP-025", "SMTP-026", "SMTP-027", "IDN-003")
            .expects("codes, line lengths and octets as RFC 5321 defines them")
            .script(hostileLines())
            .judgedWhenOffered(ShapeJudges::wellFormed),
        CaseBuilder.of(
                "etrn.reply.enhanced-codes",
                "Enhanced status codes are there when announced, and fit the code")
            .covers("ESC-001", "ESC-002")
            .expects("X.Y.Z with the code's first digit, if ENHANCEDSTATUSCODES is announced")
            .script(ReplyShapeCases::plainLines)
            .judgedWhenOffered(ShapeJudges::enhancedCodes),
        CaseBuilder.of(
                "etrn.reply.code-pairs", "Enhanced status codes are those registered for the code")
            .covers("ESC-003", "ESC-004", "ESC-005")
            .expects("registered pairs, or none; other pairs are noted")
            .script(ReplyShapeCases::plainLines)
            .judgedWhenOffered(CodePairs::judge));
  }

  private static Script hostileLines() {
    return Scripts.sessions(
        stage -> {
          var lines = new ArrayList<String>();
          stage.nodes().permitted().ifPresent(node -> lines.add("ETRN " + node));
          lines.add("ETRN");
          lines.add("ETRN " + "a".repeat(63) + "." + "b".repeat(420));
          lines.add("ETRN b\u00C3\u00BCcher.test");
          lines.add("ETRN a\u001B[2Jb\0c\u007F.test");
          lines.add("ETRN 250-injected\rreply.test");
          return lines;
        });
  }

  private static void plainLines(Stage stage) {
    WireClient client = stage.ehlo();
    stage.nodes().permitted().ifPresent(node -> client.step("etrn").line("ETRN " + node).reply());
    stage.nodes().denied().ifPresent(node -> client.step("etrn").line("ETRN " + node).reply());
    client.step("etrn").line("ETRN").reply();
    client.step("etrn").line("ETRN a..b.test").reply();
    Scripts.quit(client);
  }
}
