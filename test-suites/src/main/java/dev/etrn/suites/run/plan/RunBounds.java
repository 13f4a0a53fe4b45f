package dev.etrn.suites.run.plan;

import java.time.Duration;

/**
 * What bounds a run.
 *
 * @param maxTime after which it ends, and what is known is kept; zero for no end
 * @param adapts whether the run adapts to its target: tries again what may pass, slows down where
 *     connections are limited, and waits less for what never comes
 */
public record RunBounds(Duration maxTime, boolean adapts) {

  /** No end. */
  public static final RunBounds NONE = new RunBounds(Duration.ZERO, true);

  /** No end, and every case played once in a round, the same way whatever the target does. */
  public static final RunBounds ONCE = new RunBounds(Duration.ZERO, false);

  public RunBounds {
    if (maxTime.isNegative()) {
      throw new IllegalArgumentException("a run cannot end before it begins");
    }
  }

  /** An end after this time. */
  public static RunBounds within(Duration maxTime) {
    return new RunBounds(maxTime, true);
  }
}
