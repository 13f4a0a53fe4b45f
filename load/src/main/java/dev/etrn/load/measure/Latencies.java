package dev.etrn.load.measure;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The latencies of each phase in nanoseconds, in HdrHistograms of three significant digits up to
 * one hour.
 *
 * <p>Adding loses nothing: the sum is the same as if all values had been recorded in one.
 */
public final class Latencies {

  private static final long HIGHEST = 3_600_000_000_000L;
  private static final int DIGITS = 3;

  private final Map<Phase, Histogram> byPhase = new EnumMap<>(Phase.class);

  /**
   * Records one latency.
   *
   * @param nanos the latency, 0 or more; more than an hour counts as an hour
   */
  public void record(Phase phase, long nanos) {
    histogram(phase).recordValue(Math.min(nanos, HIGHEST));
  }

  public void add(Latencies other) {
    other.byPhase.forEach((phase, values) -> histogram(phase).add(values));
  }

  public long count(Phase phase) {
    return histogram(phase).getTotalCount();
  }

  /**
   * Returns a percentile of the latencies of a phase.
   *
   * @param percentile the percentile, 0 to 100
   * @return nanoseconds; 0 if nothing was recorded
   */
  public long percentile(Phase phase, double percentile) {
    return histogram(phase).getValueAtPercentile(percentile);
  }

  public long max(Phase phase) {
    return histogram(phase).getMaxValue();
  }

  private Histogram histogram(Phase phase) {
    return byPhase.computeIfAbsent(phase, p -> new Histogram(1, HIGHEST, DIGITS));
  }
}
