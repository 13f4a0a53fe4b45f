package dev.etrn.reports.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.reports.SampleReport;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.results.Recording;
import dev.etrn.reports.run.results.ResultsJson;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.evaluation.RejudgedRun;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void readsBackWhatWasWritten() throws Exception {
    Report written = SampleReport.waived();
    new RunDirectory(directory).write(written);
    Recording recording = RecordingReader.whole(directory);
    var catalogue = Cases.all().stream().map(c -> c.info().id()).toList();
    Report read =
        new Report(recording.tool(), recording.run(), recording.command())
            .with(
                Expectations.of(
                    recording.waivers(),
                    recording.run().cases(),
                    Set.copyOf(catalogue),
                    LocalDate.of(2026, 1, 2)));
    assertThat(ResultsJson.write(read)).isEqualTo(ResultsJson.write(written));
    assertThat(RunPage.write(read)).isEqualTo(RunPage.write(written));
  }

  @Test
  @Tag("slow")
  void judgesARecordingAsTheRunWasJudged() throws Exception {
    List<Case> cases = CaseSelection.everything().of(Cases.all());
    var plan = new RunPlan(new EmbeddedTarget(), cases, Profile.STRICT, 7);
    RunResult run = new Runner(plan, new RunListener() {}).run();
    new RunDirectory(directory).write(new Report(ToolInfo.current(), run, "./etrn verify"));
    RejudgedRun again = RejudgedRun.of(RecordingReader.whole(directory).run(), Cases.all());
    assertThat(again.kept()).isEmpty();
    assertThat(again.run().cases())
        .usingElementComparator(RecordingReaderTest::byJudgement)
        .containsExactlyElementsOf(run.cases());
  }

  @Test
  void showsAJudgeThatChanged() {
    RunResult recorded = SampleReport.of(Verdict.PASS, Verdict.PASS).run();
    Case first = Cases.all().get(0);
    var changed =
        new Case(
            first.info(),
            first.script(),
            transcript -> List.of(Finding.noted("ETRN-001", "seen otherwise")));
    RejudgedRun again = RejudgedRun.of(recorded, List.of(changed));
    assertThat(again.run().cases().get(0).verdict()).isEqualTo(Verdict.NOTE);
    assertThat(again.run().cases().get(0).observed()).isEqualTo("seen otherwise");
    assertThat(again.run().cases().get(1)).isEqualTo(recorded.cases().get(1));
    assertThat(again.kept()).containsExactly(recorded.cases().get(1).info().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\" : 1|\"schema\" : 2|has schema 2, and this harness knows schema 1",
        "\"seed\" : 42|\"seed\" : \"x\"|'seed' must be a whole number",
        "\"complete\" : true|\"complete\" : 1|'complete' must be true or false",
        "\"verdict\" : \"PASS\"|\"verdict\" : \"FINE\"|'cases[0].verdict' is 'FINE', which is not",
        "\"ehlo\" : [|\"ehlo\" : {|line",
        "\"tool\" : {|\"tools\" : {|'tool' must be an object",
        "transcripts/etrn.keywords|../transcripts/etrn.keywords|names a transcript outside its",
        "transcripts/etrn.keywords|transcripts/none.etrn|there is no file",
        "transcripts/etrn.keywords|\\u0000|names a transcript with an invalid path: \\u0000",
        "\"id\" : \"etrn.|\"id\" : \"../../etrn.|'cases[0].id' is '../../etrn.",
        "\"id\" : \"etrn.keywords.announced|\"id\" : \"one|'cases[0].id' is 'one', which is not",
        "\"revision\" : 1|\"revision\" : 9999999999|'cases[0].revision' is 9999999999, which"
            + " is out of range",
        "\"seed\" : 42|\"seed\" : 99999999999999999999|'seed' must be a whole number",
        "\"verdict\" : \"PASS\"|\"verdict\" : \"\\u001B\\n\"|is '\\u001B\\u000A', which is not",
      })
  void saysWhatIsWrongWithAFile(String good, String bad, String message) throws Exception {
    new RunDirectory(directory).write(SampleReport.of(Verdict.PASS));
    Path file = directory.resolve("results.json");
    Files.writeString(file, Files.readString(file).replace(good, bad));
    assertThatThrownBy(() -> RecordingReader.whole(directory))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void saysWhichFactOfATranscriptIsWrong() throws Exception {
    RunResult run = SampleReport.of(Verdict.PASS).run();
    new RunDirectory(directory).write(SampleReport.of(Verdict.PASS));
    CaseResult first = run.cases().get(0);
    Path file = directory.resolve(Report.transcriptPath(first, first.attempts().get(0)));
    Files.writeString(file, Files.readString(file) + "+0.000000001 -- fact within soon\n");
    assertThatThrownBy(() -> RecordingReader.whole(directory))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessage(
            file.toAbsolutePath().normalize()
                + " is not a readable transcript: the fact within is 'soon' and must be a time such"
                + " as 3000 ms");
  }

  private static int byJudgement(CaseResult one, CaseResult other) {
    boolean same =
        one.info().id().equals(other.info().id())
            && one.verdict() == other.verdict()
            && one.observed().equals(other.observed());
    return same ? 0 : 1;
  }
}
