package dev.etrn.suites.run;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.InconclusiveCause;
import java.util.HashMap;
import java.util.Map;

/**
 * The policy on which inconclusive cases are worth a second try. A cause that two cases met again
 * does not pass.
 */
final class RetryPolicy {

  private static final int ENOUGH = 2;

  private final Map<String, Integer> failedRetries = new HashMap<>();

  boolean isWorthRetrying(String observed) {
    return failedRetries.getOrDefault(InconclusiveCause.of(observed), 0) < ENOUGH;
  }

  /** Records the verdict of a second try. */
  void ended(String firstObserved, Verdict second) {
    if (second == Verdict.INCONCLUSIVE) {
      failedRetries.merge(InconclusiveCause.of(firstObserved), 1, Integer::sum);
    }
  }
}
