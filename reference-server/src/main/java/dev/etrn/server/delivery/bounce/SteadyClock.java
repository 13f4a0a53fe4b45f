package dev.etrn.server.delivery.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * A time of day to tell the age of messages by, which is never ahead of what their times of arrival
 * allow: they were written by a wall clock that somebody may have set.
 *
 * <p>It starts as the wall clock, goes on by monotonic time, and steps back for good by as much as
 * the wall clock was ever seen behind, since a message of that moment seems older than it is. So no
 * setting of the clock makes a message look too old, only too young. What cannot be seen is a clock
 * that was wrong when this time began.
 */
final class SteadyClock {

  private final Clock wall;
  private final LongSupplier nanos;
  private final Instant start;
  private final long startNanos;
  private Duration mostBehind = Duration.ZERO;

  /**
   * @param nanos monotonic, as {@link System#nanoTime}
   */
  SteadyClock(Clock wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.start = wall.instant();
    this.startNanos = nanos.getAsLong();
  }

  /** How long ago it began. */
  Duration running() {
    return Duration.ofNanos(nanos.getAsLong() - startNanos);
  }

  /** The time; to be called often, since it has to see where the wall clock stands. */
  synchronized Instant now() {
    Instant steady = start.plus(running());
    Duration behind = Duration.between(wall.instant(), steady);
    if (behind.compareTo(mostBehind) > 0) {
      mostBehind = behind;
    }
    return steady.minus(mostBehind);
  }
}
