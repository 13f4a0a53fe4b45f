package dev.etrn.reports.cli.exit;

import dev.etrn.load.run.LoadResult;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.run.result.Expectations;
import java.util.Comparator;
import java.util.List;

/** The exit code of a command; the numbers are a contract. */
public enum ExitCode {
  AS_EXPECTED(0),
  FAILED(1),
  UNEXPECTED_PASS(2),
  INCONCLUSIVE(3),
  THRESHOLD_MISSED(4),
  REGRESSED(5),
  WRONG_USAGE(64),
  NO_CASE_MATCHED(65),
  TARGET_UNREACHABLE(69),
  INTERNAL_ERROR(70),
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /**
   * Returns the exit code of a run. A defect of the harness outweighs all, then a regression
   * against a given baseline; of the rest the smallest number wins.
   */
  public static ExitCode of(Report report) {
    if (report.run().summary().containsKey(Verdict.ERROR)) {
      return INTERNAL_ERROR;
    } else if (report.comparison().filter(Comparison::hasRegressions).isPresent()) {
      return REGRESSED;
    } else if (isAnyFailUnaccountedFor(report)) {
      return FAILED;
    } else if (isAnyWaiverWrong(report.expectations())) {
      return UNEXPECTED_PASS;
    } else if (isAny(report, Verdict.INCONCLUSIVE)
        || isAnyUnstable(report)
        || !report.run().complete()) {
      return INCONCLUSIVE;
    }
    return AS_EXPECTED;
  }

  /**
   * Returns the exit code of a load run: a session that broke a requirement outweighs all, and a
   * run that is not valid is inconclusive, whether or not it meets its thresholds.
   */
  public static ExitCode of(LoadResult result) {
    if (!result.conformance().broken().isEmpty()) {
      return FAILED;
    } else if (!result.isValid()) {
      return INCONCLUSIVE;
    }
    return result.meetsAll() ? AS_EXPECTED : THRESHOLD_MISSED;
  }

  /**
   * Returns the exit code of several runs: a defect of the harness outweighs all, and of the rest
   * the smallest number other than 0 wins. A target that could not be run counts as unreachable.
   */
  public static ExitCode of(Matrix matrix) {
    List<ExitCode> codes =
        matrix.columns().stream()
            .map(column -> column.report().map(ExitCode::of).orElse(TARGET_UNREACHABLE))
            .toList();
    return codes.contains(INTERNAL_ERROR)
        ? INTERNAL_ERROR
        : codes.stream()
            .filter(code -> code != AS_EXPECTED)
            .min(Comparator.comparingInt(ExitCode::number))
            .orElse(AS_EXPECTED);
  }

  /**
   * Returns true if neither a waiver nor the baseline accounts for a FAIL. With a baseline, a known
   * FAIL does not count and a new one is a regression.
   */
  private static boolean isAnyFailUnaccountedFor(Report report) {
    return report.run().cases().stream()
        .filter(c -> c.verdict() == Verdict.FAIL && report.expectation(c).isEmpty())
        .anyMatch(
            c -> report.comparison().filter(comparison -> comparison.accountsFor(c)).isEmpty());
  }

  /** Returns true if a case that no waiver covers has this verdict. */
  private static boolean isAny(Report report, Verdict verdict) {
    return report.run().cases().stream()
        .filter(c -> c.verdict() == verdict)
        .anyMatch(c -> report.expectation(c).isEmpty());
  }

  private static boolean isAnyUnstable(Report report) {
    return report.run().cases().stream().anyMatch(CaseResult::isUnstable);
  }

  private static boolean isAnyWaiverWrong(Expectations expectations) {
    return !expectations.stale().isEmpty()
        || expectations.byCase().values().stream().anyMatch(Expectation::isPass);
  }
}
