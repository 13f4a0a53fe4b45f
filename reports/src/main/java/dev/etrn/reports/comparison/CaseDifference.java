package dev.etrn.reports.comparison;

import dev.etrn.suites.run.result.CaseResult;
import java.util.Optional;

/**
 * A case whose result differs between two runs.
 *
 * @param change in one word
 * @param isExpected whether a waiver covers it, so that it is no regression
 * @param before in the earlier run; empty for an added case
 * @param now in the later run; empty for a case that is gone
 */
public record CaseDifference(
    CaseChange change, boolean isExpected, Optional<CaseResult> before, Optional<CaseResult> now) {

  public String caseId() {
    return now.or(() -> before).orElseThrow().info().id();
  }

  public boolean isRegression() {
    return change.isRegression() && !isExpected;
  }

  /** The verdicts, such as {@code PASS -> FAIL}; an absent one is a dash. */
  public String verdicts() {
    return verdict(before) + " -> " + verdict(now);
  }

  /** What was observed in the earlier run, or empty. */
  public String observedBefore() {
    return before.map(CaseResult::observed).orElse("");
  }

  /** What was observed in the later run, or empty. */
  public String observedNow() {
    return now.map(CaseResult::observed).orElse("");
  }

  private static String verdict(Optional<CaseResult> result) {
    return result.map(r -> r.verdict().name()).orElse("-");
  }
}
