package dev.etrn.suites.cases.abuse;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.EMPTY;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.SLOW;
import static dev.etrn.suites.catalogue.Need.UNKNOWN;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.mail.MailIntegrity;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cases of floods, within bounds that a small server in production can bear; a heavier case
 * runs only if it is selected.
 */
public final class FloodCases {

  private static final int FLOOD = 200;
  private static final int HITS = 50;
  private static final int NAMES = 96;
  private static final int SLOW_CLIENTS = 8;
  private static final int ERRORS = 300;
  private static final int UNREAD = 100_000;
  private static final int SIDE_BY_SIDE = 16;
  private static final int DEAD_HOST_REQUESTS = 10;

  private FloodCases() {}

  public static List<Case> all() {
    return List.of(
        flood(),
        hitAndRun(),
        manyNames(),
        slowLines(),
        neverReads(),
        errors(),
        sideBySide(),
        deadHost());
  }

  private static Case flood() {
    return CaseBuilder.of(
            "etrn.abuse.flood", "A flood of ETRNs is answered or ended, and others are served")
        .covers("SEC-009", "ETRN-058")
        .revision(3)
        .expects("a reply to each of them, or 421 and the end; and 250 to NOOP elsewhere")
        .needs(EMPTY)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("flood").send(("ETRN " + stage.node(EMPTY) + "\r\n").repeat(FLOOD));
              client.replies(FLOOD);
              // Only QUIT is answered 221, so that no other reply is still to come.
              client.step("end").line("QUIT").reply();
              client.reset();
              Scripts.next(stage);
            })
        .judgedWhenOfferedDespite421(transcript -> FloodJudges.flood(transcript, FLOOD));
  }

  private static Case hitAndRun() {
    return CaseBuilder.of(
            "etrn.abuse.hit-and-run", "Clients that send ETRN and reset do the server no harm")
        .covers("SEC-010", "ETRN-060")
        .expects("250 to NOOP after " + HITS + " such clients")
        .needs(EMPTY)
        .script(
            stage -> {
              for (int i = 0; i < HITS; i++) {
                WireClient client = stage.ehlo();
                client.step("etrn").line("ETRN " + stage.node(EMPTY)).reset();
              }
              Scripts.next(stage);
            })
        .judgedWhenOfferedDespite421(FloodJudges.served("SEC-010", HITS + " clients reset"));
  }

  private static Case manyNames() {
    return CaseBuilder.of(
            "etrn.abuse.many-names", "Many different names do not exhaust the server's resources")
        .covers("SEC-025")
        .expects("250 to NOOP after " + NAMES + " names")
        .needs(UNKNOWN)
        .script(
            stage -> {
              Scripts.inGroups(
                      group ->
                          IntStream.range(0, NAMES)
                              .mapToObj(i -> "ETRN n" + i + "." + group.node(UNKNOWN))
                              .toList())
                  .play(stage);
              Scripts.next(stage);
            })
        .judgedWhenOfferedDespite421(FloodJudges::manyNames);
  }

  private static Case slowLines() {
    return CaseBuilder.of(
            "etrn.abuse.slow-lines", "Clients that never end their line do not starve others")
        .covers("SEC-030")
        .expects("250 to NOOP while " + SLOW_CLIENTS + " lines are unfinished")
        .needs(UNKNOWN)
        .script(
            stage -> {
              List<WireClient> slow =
                  IntStream.range(0, SLOW_CLIENTS).mapToObj(i -> stage.ehlo()).toList();
              slow.forEach(client -> client.step("etrn").send("ETRN " + stage.node(UNKNOWN)));
              Scripts.next(stage);
              slow.forEach(WireClient::close);
            })
        .judgedWhenOfferedDespite421(
            FloodJudges.served("SEC-030", SLOW_CLIENTS + " lines were unfinished"));
  }

  private static Case neverReads() {
    return CaseBuilder.of(
            "etrn.abuse.never-reads", "A client that never reads does not starve others")
        .covers("SEC-031")
        .expects("250 to NOOP elsewhere, while it writes and does not read")
        .needs(UNKNOWN)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("unread");
              String lines = ("ETRN " + stage.node(UNKNOWN) + "\r\n").repeat(10);
              int written = client.flood(lines, UNREAD / 10, Duration.ofSeconds(1));
              stage.fact(Facts.LINES_WRITTEN, written * 10);
              Scripts.next(stage);
              client.reset();
            })
        .judgedWhenOfferedDespite421(
            transcript ->
                FloodJudges.served(
                        "SEC-031",
                        transcript.fact(Facts.LINES_WRITTEN).orElse(0) + " ETRNs were not read")
                    .judge(transcript));
  }

  private static Case errors() {
    return CaseBuilder.of("etrn.abuse.error-flood", "A flood of bad lines is ended")
        .covers("SEC-032")
        .expects("421, or the end, before " + ERRORS + " of them")
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              boolean isAnswering = true;
              for (int i = 0; i < ERRORS / 20 && client.isOpen() && isAnswering; i++) {
                isAnswering =
                    client.step("errors").send("ETRN a..b.test\r\n".repeat(20)).replies(20);
              }
              client.close();
            })
        .judgedWhenOfferedDespite421(FloodJudges::errors);
  }

  private static Case sideBySide() {
    return CaseBuilder.of(
            "etrn.abuse.side-by-side", "Concurrent ETRNs for one node deliver nothing twice")
        .covers("SEC-036", "SMTP-037", "ETRN-021", "DECL-003")
        .expects("every message once")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 5);
              List<WireClient> clients =
                  IntStream.range(0, SIDE_BY_SIDE).mapToObj(i -> stage.ehlo()).toList();
              clients.forEach(client -> ask(stage, client));
              clients.forEach(WireClient::reply);
              stage.awaitMail(tokens, stage.profile().within());
              stage.watch(stage.profile().quiet());
              clients.forEach(Scripts::quit);
            })
        .judgedWhenOffered(Judges.all(ReleaseJudge.beside("wanted", "etrn"), MailIntegrity::once));
  }

  private static void ask(Stage stage, WireClient client) {
    client.step("etrn").line("ETRN " + stage.node(PERMITTED));
  }

  private static Case deadHost() {
    return CaseBuilder.of(
            "etrn.abuse.dead-host", "A host that takes no mail is not tried for each ETRN")
        .covers("SEC-012", "SMTP-034")
        .expects("fewer connections than ETRNs")
        .needs(PERMITTED, CONNECT_BACK, SLOW)
        .releasesMail()
        .script(
            stage -> {
              String node = "dead." + stage.node(PERMITTED);
              stage.hold("waiting", node, 1);
              stage.sink(new SinkPlan.TurnAway());
              for (int i = 0; i < DEAD_HOST_REQUESTS; i++) {
                WireClient client = stage.ehlo();
                client.step("etrn").line("ETRN " + node).reply();
                stage.watch(stage.profile().quiet());
                Scripts.quit(client);
              }
            })
        .judgedWhenOffered(FloodJudges::deadHost);
  }
}
