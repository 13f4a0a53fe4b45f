package dev.etrn.suites.run.stage;

import dev.etrn.suites.wire.client.ConnectionRate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The throttle for a target that limits connections. After each refusal all connections pause,
 * longer each time, and become less frequent; safe for several threads.
 */
public final class ConnectionThrottle {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** The most tries; their pauses take a minute and a half, and most limits count by the minute. */
  private static final int MOST_TRIES = 8;

  private static final int MOST_REFUSED = 3;

  private final ConnectionRate rate;
  private final TargetPace pace;
  private final boolean triesAgain;
  private final LongSupplier clock;
  private boolean isGivenUp;
  private Duration pause = Duration.ZERO;
  private long pausedUntil;
  private boolean isAnyAdmitted;
  private Optional<String> limit = Optional.empty();

  /**
   * @param triesAgain true if a refused connection is tried again at all
   */
  public ConnectionThrottle(ConnectionRate rate, TargetPace pace, boolean triesAgain) {
    this(rate, pace, triesAgain, System::nanoTime);
  }

  public ConnectionThrottle(
      ConnectionRate rate, TargetPace pace, boolean triesAgain, LongSupplier clock) {
    this.rate = rate;
    this.pace = pace;
    this.triesAgain = triesAgain;
    this.clock = clock;
    this.pausedUntil = clock.getAsLong();
  }

  /** Waits for the turn of one more connection. */
  void await() {
    rate.await(pace.atMost(Duration.ofDays(1)));
  }

  /** Records that a connection was greeted. */
  synchronized void admitted() {
    isAnyAdmitted = true;
    isGivenUp = false;
    pause = Duration.ZERO;
  }

  /**
   * Records that a connection was refused as one too many.
   *
   * @param refusal the reply of the target
   */
  public synchronized void turnedAway(String refusal) {
    long now = clock.getAsLong();
    limit = Optional.of(refusal);
    if (now - pausedUntil < 0) {
      // The connection is one of several that were opened at once.
      return;
    }
    if (pause.isZero()) {
      rate.slowDown();
      pause = FIRST_PAUSE;
    } else {
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
    pausedUntil = now + pause.toNanos();
    rate.pause(pause);
  }

  /**
   * Returns true if a refused connection is tried again, and schedules a pause before that.
   *
   * @param tries the number of tries so far
   */
  boolean triesAgain(ConnectionRefusal refusal, int tries) {
    if (pace.isOver() || !triesAgain) {
      return false;
    }
    if (refusal.isLimit()) {
      turnedAway(refusal.reason());
      return isWorthRetrying(tries);
    }
    // A target that answered before and now takes no connection may limit them, or be gone.
    if (!wasThere() || tries >= MOST_REFUSED) {
      return false;
    }
    rate.pause(FIRST_PAUSE.dividedBy(2).multipliedBy(tries));
    return true;
  }

  /** Returns false once a connection used up all its tries, so that others do not repeat that. */
  private synchronized boolean isWorthRetrying(int tries) {
    isGivenUp |= tries >= MOST_TRIES;
    return !isGivenUp;
  }

  private synchronized boolean wasThere() {
    return isAnyAdmitted;
  }

  /** Returns the notice about a limit, in a sentence that says what to do. */
  public synchronized List<String> notices() {
    return limit
        .map(
            refusal ->
                String.format(
                    Locale.ROOT,
                    "the target limits connections ('%s'), so the run slowed down to %s a second:"
                        + " set --max-rate to a number that it accepts, such as 0.5, or let this"
                        + " client connect more often",
                    refusal,
                    rateText()))
        .stream()
        .toList();
  }

  private String rateText() {
    return String.format(Locale.ROOT, "%.1f", rate.perSecond()).replaceFirst("\\.0$", "");
  }
}
