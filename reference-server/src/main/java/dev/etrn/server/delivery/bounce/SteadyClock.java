package dev.etrn.server.delivery.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The clock for the age of messages. It never runs ahead of their arrival times, which come from a
 * wall clock that somebody may have set.
 *
 * <p>It starts with the time of the wall clock, advances by monotonic time, and steps back
 * permanently by the most that it ever saw the wall clock behind, since a message of that moment
 * seems older than it is. So no setting of the wall clock makes a message look too old, only too
 * young. It cannot detect a wall clock that was wrong at the start.
 */
final class SteadyClock {

  private final Clock wall;
  private final LongSupplier nanos;
  private final Instant start;
  private final long startNanos;
  private Duration mostBehind = Duration.ZERO;

  /**
   * @param nanos the monotonic time, such as {@link System#nanoTime}
   */
  SteadyClock(Clock wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.start = wall.instant();
    this.startNanos = nanos.getAsLong();
  }

  /** Returns the time since the start. */
  Duration running() {
    return Duration.ofNanos(nanos.getAsLong() - startNanos);
  }

  /** Returns the time; called often, since each call compares it with the wall clock. */
  synchronized Instant now() {
    Instant steady = start.plus(running());
    Duration behind = Duration.between(wall.instant(), steady);
    if (behind.compareTo(mostBehind) > 0) {
      mostBehind = behind;
    }
    return steady.minus(mostBehind);
  }
}
