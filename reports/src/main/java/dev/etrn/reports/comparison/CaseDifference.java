package dev.etrn.reports.comparison;

import dev.etrn.suites.run.result.CaseResult;
import java.util.Optional;

/**
 * A case whose result differs between two runs.
 *
 * @param change the kind of change
 * @param isExpected true if a waiver covers it, so that it is not a regression
 * @param before the result in the earlier run; empty for an added case
 * @param now the result in the later run; empty for a case that is gone
 */
public record CaseDifference(
    CaseChange change, boolean isExpected, Optional<CaseResult> before, Optional<CaseResult> now) {

  public String caseId() {
    return now.or(() -> before).orElseThrow().info().id();
  }

  public boolean isRegression() {
    return change.isRegression() && !isExpected;
  }

  /** Returns the verdicts, such as {@code PASS -> FAIL}; an absent one is a dash. */
  public String verdicts() {
    return verdict(before) + " -> " + verdict(now);
  }

  /** Returns the observation of the earlier run, or the empty string. */
  public String observedBefore() {
    return before.map(CaseResult::observed).orElse("");
  }

  /** Returns the observation of the later run, or the empty string. */
  public String observedNow() {
    return now.map(CaseResult::observed).orElse("");
  }

  private static String verdict(Optional<CaseResult> result) {
    return result.map(r -> r.verdict().name()).orElse("-");
  }
}
