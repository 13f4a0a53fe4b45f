package dev.etrn.load.measure;

import java.time.Instant;

/**
 * A clock of nanoseconds since 1970 that runs evenly: it reads the wall clock once, and a monotonic
 * clock from then on. Times of several processes of one machine can be compared; times of several
 * machines can be compared as far as the machines' clocks agree.
 */
public final class EpochClock {

  private final long offset;

  private EpochClock(long offset) {
    this.offset = offset;
  }

  /** Returns a clock that is anchored to the current time. */
  public static EpochClock anchored() {
    long before = System.nanoTime();
    Instant wall = Instant.now();
    long after = System.nanoTime();
    return new EpochClock(epochNanos(wall) - (before + (after - before) / 2));
  }

  public long nanos() {
    return at(System.nanoTime());
  }

  /** Returns the time of a reading of {@link System#nanoTime()} in this process. */
  public long at(long nanoTime) {
    return nanoTime + offset;
  }

  private static long epochNanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }
}
