package dev.etrn.suites.run.plan;

import java.time.Duration;

/**
 * The bounds of a run.
 *
 * @param maxTime the time after which it ends and keeps its results so far; zero for no end
 * @param adapts true if the run adapts to its target: it tries cases again, slows down where
 *     connections are limited, and waits less for replies that never come
 */
public record RunBounds(Duration maxTime, boolean adapts) {

  /** The bounds of a run without an end. */
  public static final RunBounds NONE = new RunBounds(Duration.ZERO, true);

  /**
   * The bounds of a run without an end that plays every case once in a round and does not adapt.
   */
  public static final RunBounds ONCE = new RunBounds(Duration.ZERO, false);

  public RunBounds {
    if (maxTime.isNegative()) {
      throw new IllegalArgumentException("a run cannot end before it begins");
    }
  }

  /** Returns bounds with an end after this time. */
  public static RunBounds within(Duration maxTime) {
    return new RunBounds(maxTime, true);
  }
}
