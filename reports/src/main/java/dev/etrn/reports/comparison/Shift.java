package dev.etrn.reports.comparison;

import java.util.Arrays;

/**
 * The shift from the values of one sample to those of another, with a 95 % confidence interval.
 *
 * <p>The estimate is that of Hodges and Lehmann: the median of all differences between a value of
 * one and a value of the other. The interval is that of the test of Mann, Whitney and Wilcoxon,
 * with ranks by the normal approximation, which is at most one rank wider than the exact one.
 * Neither assumes a distribution of the values, and one slow value moves neither far.
 *
 * @param estimate the estimate, in the unit of the values
 * @param low the low end of the interval
 * @param high the high end of the interval
 */
record Shift(double estimate, double low, double high) {

  /** The size of the smallest sample for which a 95 % interval is useful. */
  static final int FEWEST = 5;

  private static final double TWO_SIDED_95 = 1.959964;

  /**
   * Returns the shift from {@code before} to {@code now}.
   *
   * @throws IllegalArgumentException if one of them has fewer than {@link #FEWEST} values
   */
  static Shift of(long[] before, long[] now) {
    if (before.length < FEWEST || now.length < FEWEST) {
      throw new IllegalArgumentException("too few values: " + before.length + ", " + now.length);
    }
    double[] differences = differences(before, now);
    double pairs = differences.length;
    double deviation = Math.sqrt(pairs * (before.length + now.length + 1) / 12);
    int outside = Math.max(1, (int) Math.floor(pairs / 2 - TWO_SIDED_95 * deviation));
    return new Shift(
        median(differences), differences[outside - 1], differences[differences.length - outside]);
  }

  /** Returns true if the interval excludes zero. */
  boolean isCertain() {
    return low > 0 || high < 0;
  }

  private static double[] differences(long[] before, long[] now) {
    double[] differences = new double[before.length * now.length];
    int next = 0;
    for (long later : now) {
      for (long earlier : before) {
        differences[next++] = later - earlier;
      }
    }
    Arrays.sort(differences);
    return differences;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
