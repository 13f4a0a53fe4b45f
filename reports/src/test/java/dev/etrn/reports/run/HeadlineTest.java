package dev.etrn.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleReport;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.run.results.ResultsJson;
import dev.etrn.reports.run.results.ResultsReader;
import dev.etrn.suites.Cases;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

  private static final Transcript NOTHING = new Transcript("x", List.of());

  @ParameterizedTest
  @CsvSource({
    "PASS, no deviations",
    "'FAIL PASS', 1 deviation",
    "'FAIL WARN NOTE INCONCLUSIVE', 2 deviations"
  })
  void countsWhatFailsAndWhatIsDoubtful(String verdicts, String count) {
    Report report = report(Optional.of("ETRN works"), List.of("ETRN"), NOTHING, verdicts);
    assertThat(Headline.of(report)).isEqualTo("ETRN works; " + count);
  }

  @Test
  void leavesOutWhatAWaiverCovers() {
    assertThat(Headline.of(SampleReport.waived())).endsWith("; 2 deviations");
  }

  @Test
  void saysThatARunIsNotOver() {
    Report whole = report(Optional.of("ETRN works"), List.of("ETRN"), NOTHING, "WARN");
    RunResult run = whole.run();
    var part =
        new RunResult(
            run.startedAt(),
            run.seed(),
            run.profile(),
            run.target(),
            false,
            run.cases(),
            run.notices(),
            run.synopsis());
    assertThat(Headline.of(new Report(whole.tool(), part, whole.command())))
        .isEqualTo("ETRN works; 1 deviation so far");
  }

  @Test
  void knowsFromTheEhloReplyOfAnOldRunThatEtrnIsNotOffered() {
    assertThat(Headline.of(report(Optional.empty(), List.of("SIZE"), NOTHING, "PASS")))
        .isEqualTo("ETRN is not offered; no deviations");
  }

  @Test
  void namesTheTargetWhereNothingElseIsKnown() {
    assertThat(Headline.of(report(Optional.empty(), List.of("ETRN"), NOTHING, "PASS")))
        .isEqualTo("hub; no deviations");
  }

  @Test
  void readsTheReleaseOffTheTranscriptOfAnOldRun() {
    assertThat(Headline.of(report(Optional.empty(), List.of("ETRN"), release(), "PASS")))
        .isEqualTo(
            "ETRN works for branch.example: mail came 0.8 s after the request; no deviations");
  }

  @Test
  void believesCasesThatSawMailRatherThanAFirstLookThatDidNot() {
    var first = Optional.of("ETRN is accepted for branch.example, but no mail came within 10 s");
    assertThat(Headline.of(report(first, List.of("ETRN"), release(), "PASS")))
        .startsWith("ETRN works for branch.example");
  }

  @Test
  void isReadBackWithoutItsCount() throws HarnessConfigurationException {
    Report report = report(Optional.of("ETRN works; really"), List.of("ETRN"), NOTHING, "FAIL");
    RunResult read =
        ResultsReader.read("x", ResultsJson.write(report), ResultsReader.Transcripts.NONE).run();
    assertThat(read.synopsis()).contains("ETRN works; really");
  }

  private static Report report(
      Optional<String> synopsis, List<String> ehlo, Transcript transcript, String verdicts) {
    var results = new ArrayList<CaseResult>();
    for (Verdict verdict : Arrays.stream(verdicts.split(" ")).map(Verdict::valueOf).toList()) {
      results.add(
          new CaseResult(Cases.all().get(results.size()).info(), verdict, "x", 1, transcript));
    }
    var target = new TargetSeen("hub", "127.0.0.1:25", "", "", "hub", ehlo);
    var run =
        new RunResult(Instant.EPOCH, 1, Profile.DEFAULT, target, true, results).with(synopsis);
    return new Report(new ToolInfo("1", "c", "17"), run, "./etrn verify");
  }

  /** Returns a transcript in which a held message is released, and arrives 0.8 s later. */
  private static Transcript release() {
    var client = new End(End.Side.CLIENT, 1);
    var sink = new End(End.Side.SINK, 1);
    Octets content = Octets.of("X-ETRN-Token: t-1\r\n\r\nx\r\n");
    return new Transcript(
        "x",
        List.of(
            Facts.PERMITTED_NODE.at(0, "branch.example"),
            new Event.Injected(1, "wanted", "t-1", "inbox@branch.example", content),
            new Event.Step(2, client, "etrn"),
            new Event.Sent(100, client, Octets.of("ETRN branch.example\r\n")),
            new Event.Received(200, client, Octets.of("250 ok\r\n")),
            new Event.Opened(300, sink, "a", "b"),
            new Event.Sent(301, sink, Octets.of("220 sink\r\n")),
            new Event.Received(302, sink, Octets.of("MAIL FROM:<a@b.c>\r\n")),
            new Event.Sent(303, sink, Octets.of("250 ok\r\n")),
            new Event.Received(304, sink, Octets.of("RCPT TO:<inbox@branch.example>\r\n")),
            new Event.Sent(305, sink, Octets.of("250 ok\r\n")),
            new Event.Received(306, sink, Octets.of("DATA\r\n")),
            new Event.Sent(307, sink, Octets.of("354 go\r\n")),
            new Event.Received(800_000_100, sink, Octets.of("X-ETRN-Token: t-1\r\n\r\nx\r\n.\r\n")),
            new Event.Sent(800_000_200, sink, Octets.of("250 ok\r\n"))));
  }
}
