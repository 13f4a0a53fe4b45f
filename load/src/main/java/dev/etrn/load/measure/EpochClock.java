package dev.etrn.load.measure;

import java.time.Instant;

/**
 * Nanoseconds since 1970, which run evenly: the wall clock is read once, and a monotonic one from
 * then on. So times of several processes of one machine can be compared, and those of several
 * machines as well as their clocks agree.
 */
public final class EpochClock {

  private final long offset;

  private EpochClock(long offset) {
    this.offset = offset;
  }

  /** Anchored now. */
  public static EpochClock anchored() {
    long before = System.nanoTime();
    Instant wall = Instant.now();
    long after = System.nanoTime();
    return new EpochClock(epochNanos(wall) - (before + (after - before) / 2));
  }

  public long nanos() {
    return at(System.nanoTime());
  }

  /** A reading of {@link System#nanoTime()} in this process. */
  public long at(long nanoTime) {
    return nanoTime + offset;
  }

  private static long epochNanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }
}
