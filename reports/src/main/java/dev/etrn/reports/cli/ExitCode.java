package dev.etrn.reports.cli;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunResult;
import java.util.Map;

/** What a command tells the shell; the numbers are a contract. */
public enum ExitCode {
  AS_EXPECTED(0),
  FAILED(1),
  INCONCLUSIVE(3),
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

  /** A defect of the harness outweighs all; of the rest the smallest number wins. */
  static ExitCode of(RunResult run) {
    Map<Verdict, Long> summary = run.summary();
    if (summary.containsKey(Verdict.ERROR)) {
      return INTERNAL_ERROR;
    } else if (summary.containsKey(Verdict.FAIL)) {
      return FAILED;
    } else if (summary.containsKey(Verdict.INCONCLUSIVE)) {
      return INCONCLUSIVE;
    }
    return AS_EXPECTED;
  }
}
