package dev.etrn.reports.cli.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleReport;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.waivers.Waivers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

  @ParameterizedTest
  @CsvSource({
    "PASS, 0",
    "PASS NOTE WARN NOT_OFFERED NOT_APPLICABLE, 0",
    "PASS FAIL, 1",
    "FAIL INCONCLUSIVE, 1",
    "PASS INCONCLUSIVE, 3",
    "FAIL ERROR, 70",
  })
  void followsTheVerdicts(String verdicts, int code) {
    Verdict[] given =
        Arrays.stream(verdicts.split(" ")).map(Verdict::valueOf).toArray(Verdict[]::new);
    assertThat(ExitCode.of(SampleReport.of(given)).number()).isEqualTo(code);
  }

  @Test
  void countsStaleWaiversAndUnexpectedPassesAfterFails() {
    Report waived = SampleReport.waived();
    assertThat(ExitCode.of(waived)).isEqualTo(ExitCode.FAILED);
    assertThat(ExitCode.of(only(waived, 0, 1, 2))).isEqualTo(ExitCode.UNEXPECTED_PASS);
    assertThat(ExitCode.of(only(waived, 0, 1))).isEqualTo(ExitCode.AS_EXPECTED);
    assertThat(ExitCode.of(only(waived, 2, 4))).isEqualTo(ExitCode.UNEXPECTED_PASS);
    assertThat(ExitCode.of(only(waived, 0, 4))).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void callsARunThatWasCutShortInconclusive() {
    Report whole = SampleReport.of(Verdict.PASS);
    RunResult run = whole.run();
    var cut =
        new RunResult(run.startedAt(), run.seed(), run.profile(), run.target(), false, run.cases());
    var report = new Report(whole.tool(), cut, whole.command());
    assertThat(ExitCode.of(report)).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void countsARegressionBeforeAllOtherFindings() {
    Report now = SampleReport.of(Verdict.PASS, Verdict.FAIL);
    Report before = SampleReport.of(Verdict.PASS, Verdict.PASS);
    assertThat(ExitCode.of(now.withBaseline(before.run()))).isEqualTo(ExitCode.REGRESSED);
    assertThat(ExitCode.of(now.withBaseline(now.run()))).isEqualTo(ExitCode.AS_EXPECTED);
    assertThat(ExitCode.of(before.withBaseline(now.run()))).isEqualTo(ExitCode.AS_EXPECTED);
    Report worse = SampleReport.of(Verdict.INCONCLUSIVE, Verdict.FAIL);
    assertThat(ExitCode.of(worse.withBaseline(before.run()))).isEqualTo(ExitCode.REGRESSED);
    Report inconclusive = SampleReport.of(Verdict.INCONCLUSIVE, Verdict.PASS);
    Report alike = SampleReport.of(Verdict.INCONCLUSIVE, Verdict.FAIL);
    assertThat(ExitCode.of(inconclusive.withBaseline(alike.run())))
        .isEqualTo(ExitCode.INCONCLUSIVE);
    Report unseen = SampleReport.of(Verdict.PASS, Verdict.INCONCLUSIVE);
    assertThat(ExitCode.of(now.withBaseline(unseen.run()))).isEqualTo(ExitCode.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, PASS, 0",
    "PASS, FAIL, 1",
    "INCONCLUSIVE, FAIL, 1",
    "INCONCLUSIVE, PASS, 3",
    "FAIL, ERROR, 70",
  })
  void takesTheSmallestOfSeveralTargets(Verdict first, Verdict second, int code) {
    assertThat(ExitCode.of(matrix(column(first), column(second))).number()).isEqualTo(code);
  }

  @Test
  void countsATargetThatCouldNotBeRun() {
    Column gone = Column.notRun("gone", "no engine answers");
    assertThat(ExitCode.of(matrix(column(Verdict.PASS), gone)))
        .isEqualTo(ExitCode.TARGET_UNREACHABLE);
    assertThat(ExitCode.of(matrix(column(Verdict.FAIL), gone))).isEqualTo(ExitCode.FAILED);
  }

  private static Column column(Verdict verdict) {
    return Column.of(verdict.name(), SampleReport.of(verdict));
  }

  private static Matrix matrix(Column... columns) {
    return new Matrix(ToolInfo.current(), List.of(columns), List.of());
  }

  /** Returns the report with these cases alone, and their waivers. */
  private static Report only(Report report, int... cases) {
    RunResult run = report.run();
    var results = Arrays.stream(cases).mapToObj(run.cases()::get).toList();
    var ids = results.stream().map(c -> c.info().id()).collect(Collectors.toSet());
    var waivers =
        report.expectations().waivers().all().stream()
            .filter(w -> ids.contains(w.caseId()))
            .toList();
    return new Report(report.tool(), run.with(results), report.command())
        .with(Expectations.of(new Waivers(waivers), results, ids, LocalDate.of(2026, 1, 2)));
  }
}
