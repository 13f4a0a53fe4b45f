package dev.etrn.load.conformance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The policy that picks the sample of sessions: the first few of each population, so that no run is
 * without a sample, and a share of the others.
 *
 * <p>A fixed step would pick the same partners again and again, so chance decides, with a seed that
 * is always the same.
 *
 * @param percent the share of sessions in per cent; 0 for none at all, not even the first few
 * @param counts the number of sessions so far, by population
 */
record SamplingPolicy(double percent, Map<String, AtomicLong> counts) {

  private static final int FIRST = 10;
  private static final double SPAN = 0x1p53;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  static SamplingPolicy of(double percent) {
    return new SamplingPolicy(percent, new ConcurrentHashMap<>());
  }

  /** Returns true if the next session of this population belongs to the sample. */
  boolean takes(String population) {
    if (percent <= 0) {
      return false;
    }
    long number = counts.computeIfAbsent(population, p -> new AtomicLong()).getAndIncrement();
    return number < FIRST || (mixed(number) >>> 11) / SPAN * 100 < percent;
  }

  /** Returns the number mixed by the finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long number) {
    long z = (number + 1) * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
