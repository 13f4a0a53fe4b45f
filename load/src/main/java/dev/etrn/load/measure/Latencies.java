package dev.etrn.load.measure;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Nanoseconds per phase, each in an HdrHistogram of three significant digits up to one hour.
 *
 * <p>Adding two of them loses nothing: it is the same as recording all values in one.
 */
public final class Latencies {

  private static final long HIGHEST = 3_600_000_000_000L;
  private static final int DIGITS = 3;

  private final Map<Phase, Histogram> byPhase = new EnumMap<>(Phase.class);

  /**
   * @param nanos 0 or more; what is longer than an hour counts as an hour
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
   * @param percentile 0 to 100
   * @return nanoseconds; 0 when nothing was recorded
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
