package dev.etrn.suites.run;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.InconclusiveCause;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides which inconclusive cases are worth a second try: a cause that two of them met again is
 * not one that passes.
 */
final class RetryPolicy {

  private static final int ENOUGH = 2;

  private final Map<String, Integer> inVain = new HashMap<>();

  boolean isWorthATry(String observed) {
    return inVain.getOrDefault(InconclusiveCause.of(observed), 0) < ENOUGH;
  }

  /** A second try has ended. */
  void ended(String firstObserved, Verdict second) {
    if (second == Verdict.INCONCLUSIVE) {
      inVain.merge(InconclusiveCause.of(firstObserved), 1, Integer::sum);
    }
  }
}
