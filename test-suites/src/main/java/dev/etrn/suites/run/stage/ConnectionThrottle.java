package dev.etrn.suites.run.stage;

import dev.etrn.suites.wire.client.ConnectionRate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Obeys a target that limits connections: each time it turns one away all of them pause, longer
 * from time to time, and become rarer; safe for several threads.
 */
public final class ConnectionThrottle {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** The pauses before them take a minute and a half, and most limits count by the minute. */
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
   * @param triesAgain whether a connection that was turned away is tried again at all
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

  /** A connection was greeted. */
  synchronized void admitted() {
    isAnyAdmitted = true;
    isGivenUp = false;
    pause = Duration.ZERO;
  }

  /**
   * A connection was turned away for being one too many.
   *
   * @param how what the target said
   */
  public synchronized void turnedAway(String how) {
    long now = clock.getAsLong();
    limit = Optional.of(how);
    if (now - pausedUntil < 0) {
      // One of several that were on their way at once.
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
   * Says whether a connection that came to nothing is tried again, and waits before that.
   *
   * @param tries how often it was tried by now
   */
  boolean triesAgain(ConnectionRefusal refusal, int tries) {
    if (pace.isOver() || !triesAgain) {
      return false;
    }
    if (refusal.isLimit()) {
      turnedAway(refusal.how());
      return isWorthATry(tries);
    }
    // A target that was there and takes no connection may limit them, or be gone.
    if (!wasThere() || tries >= MOST_REFUSED) {
      return false;
    }
    rate.pause(FIRST_PAUSE.dividedBy(2).multipliedBy(tries));
    return true;
  }

  /** Where one connection was tried to the end in vain, others need not be. */
  private synchronized boolean isWorthATry(int tries) {
    isGivenUp |= tries >= MOST_TRIES;
    return !isGivenUp;
  }

  private synchronized boolean wasThere() {
    return isAnyAdmitted;
  }

  /** What was found out of the target, in a sentence that says what to do. */
  public synchronized List<String> notices() {
    return limit
        .map(
            how ->
                String.format(
                    Locale.ROOT,
                    "the target limits connections ('%s'), so the run slowed down to %s a second:"
                        + " give --max-rate a number that it takes, such as 0.5, or let this client"
                        + " connect more often",
                    how,
                    rateText()))
        .stream()
        .toList();
  }

  private String rateText() {
    return String.format(Locale.ROOT, "%.1f", rate.perSecond()).replaceFirst("\\.0$", "");
  }
}
