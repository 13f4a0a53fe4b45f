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

/** What a command tells the shell; the numbers are a contract. */
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
   * A breach that a session shows outweighs all; a run whose numbers say nothing is inconclusive,
   * whatever the thresholds say of them.
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
   * Of several targets: a defect of the harness outweighs all, and of the rest the smallest number
   * that is not 0 wins; a target that could not be run is one that cannot be reached.
   */
  public static ExitCode of(Matrix matrix) {
    List<ExitCode> all =
        matrix.columns().stream()
            .map(column -> column.report().map(ExitCode::of).orElse(TARGET_UNREACHABLE))
            .toList();
    return all.contains(INTERNAL_ERROR)
        ? INTERNAL_ERROR
        : all.stream()
            .filter(code -> code != AS_EXPECTED)
            .min(Comparator.comparingInt(ExitCode::number))
            .orElse(AS_EXPECTED);
  }

  /** With a baseline, a FAIL that is known counts nothing, and one that is new is a regression. */
  private static boolean isAnyFailUnaccountedFor(Report report) {
    return report.run().cases().stream()
        .filter(c -> c.verdict() == Verdict.FAIL && report.expectation(c).isEmpty())
        .anyMatch(c -> report.comparison().filter(with -> with.accountsFor(c)).isEmpty());
  }

  /** Whether a case that no waiver covers has this verdict. */
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
