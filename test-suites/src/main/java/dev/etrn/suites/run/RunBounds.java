package dev.etrn.suites.run;

import java.time.Duration;

/**
 * What bounds a run.
 *
 * @param maxTime after which it ends, and what is known is kept; zero for no end
 * @param triesAgain whether cases that ended inconclusive are played once more at the end of a
 *     round
 */
public record RunBounds(Duration maxTime, boolean triesAgain) {

  /** No end, and every case tried again that may end otherwise. */
  public static final RunBounds NONE = new RunBounds(Duration.ZERO, true);

  /** No end, and every case played once in a round. */
  public static final RunBounds ONCE = new RunBounds(Duration.ZERO, false);

  public RunBounds {
    if (maxTime.isNegative()) {
      throw new IllegalArgumentException("a run cannot end before it begins");
    }
  }

  /** Every case tried again that may end otherwise, within this time. */
  public static RunBounds within(Duration maxTime) {
    return new RunBounds(maxTime, true);
  }
}
