package dev.etrn.suites.judge;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The rank-sum test of Mann and Whitney, which shows whether the values of one sample tend to be
 * larger than those of another.
 *
 * <p>U counts the pairs in which the first sample's value is the larger one, ties as a half. With
 * samples of twenty or more its distribution is close to normal, with mean {@code nm/2} and
 * variance {@code nm(n+m+1)/12}; {@link #z} is the distance from the mean in standard deviations.
 * Ties make the true variance a little smaller, which is neglected: times in nanoseconds hardly
 * tie.
 */
public final class RankSum {

  private final long[] first;
  private final long[] second;

  private RankSum(long[] first, long[] second) {
    this.first = first;
    this.second = second;
  }

  /**
   * @param first at least one value
   * @param second at least one value
   */
  public static RankSum of(LongStream first, LongStream second) {
    return new RankSum(first.sorted().toArray(), second.sorted().toArray());
  }

  /** Returns the z-score; it is positive if the first sample's values tend to be larger. */
  public double z() {
    double pairs = (double) first.length * second.length;
    double deviation = Math.sqrt(pairs * (first.length + second.length + 1) / 12);
    return (u() - pairs / 2) / deviation;
  }

  public long firstMedian() {
    return median(first);
  }

  public long secondMedian() {
    return median(second);
  }

  private double u() {
    double u = 0;
    for (long value : first) {
      for (long other : second) {
        u += value > other ? 1 : value == other ? 0.5 : 0;
      }
    }
    return u;
  }

  private static long median(long[] sorted) {
    return sorted[sorted.length / 2];
  }

  @Override
  public String toString() {
    return "RankSum[" + Arrays.toString(first) + ", " + Arrays.toString(second) + "]";
  }
}
