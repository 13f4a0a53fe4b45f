package dev.etrn.suites.run.stage;

import dev.etrn.suites.run.plan.RunBounds;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The pace of a run: the time that is left, and the waits that a slow target is worth, so that not
 * every case waits in vain; safe for several threads.
 *
 * <p>If a target answers no ETRN at all, or does not answer QUIT, later cases wait only a moment
 * for the reply. When the time of the run is over, all waits end at once.
 */
public final class TargetPace {

  /** The number of full timeouts after which later waits are shorter. */
  private static final int ENOUGH = 2;

  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration ONE_RETRY = Duration.ofMillis(250);
  private static final int LATER = 458;

  private final LongSupplier clock;
  private final Duration maxTime;
  private final boolean adapts;
  private final HoldWindow holdWindow;
  private final long endNanos;
  private int etrnsUnanswered;
  private boolean isAnyEtrnAnswered;
  private int quitsUnanswered;
  private Duration longestQuit = Duration.ZERO;
  private int busyInVain;

  /** The pace of a run that begins now. */
  public TargetPace(RunBounds bounds) {
    this(bounds, System::nanoTime);
  }

  public TargetPace(RunBounds bounds, LongSupplier clock) {
    this.clock = clock;
    this.maxTime = bounds.maxTime();
    this.adapts = bounds.adapts();
    this.holdWindow = new HoldWindow(adapts);
    this.endNanos = clock.getAsLong() + maxTime.toNanos();
  }

  public HoldWindow holdWindow() {
    return holdWindow;
  }

  /** Returns true if the time of the run is over. */
  public boolean isOver() {
    return !maxTime.isZero() && endNanos - clock.getAsLong() <= 0;
  }

  public Duration maxTime() {
    return maxTime;
  }

  /** Returns {@code timeout}, or the time left of the run if that is shorter. */
  public Duration atMost(Duration timeout) {
    if (maxTime.isZero()) {
      return timeout;
    }
    Duration remaining = Duration.ofNanos(Math.max(0, endNanos - clock.getAsLong()));
    return remaining.compareTo(timeout) < 0 ? remaining : timeout;
  }

  /** Returns the time to wait for the reply to a request, within the time left of the run. */
  synchronized Duration forReply(Octets request, Duration timeout) {
    Duration time =
        switch (Kind.of(request)) {
          case ETRN -> isEtrnGivenUp() ? MOMENT : timeout;
          case QUIT -> isQuitGivenUp() ? longer(MOMENT, longestQuit) : timeout;
          case OTHER -> timeout;
        };
    return atMost(time.compareTo(timeout) < 0 ? time : timeout);
  }

  private boolean isEtrnGivenUp() {
    return adapts && !isAnyEtrnAnswered && etrnsUnanswered >= ENOUGH;
  }

  private boolean isQuitGivenUp() {
    return adapts && quitsUnanswered >= ENOUGH;
  }

  /** Returns twice the longest observed time, or {@code least} if that is longer. */
  private static Duration longer(Duration least, Duration longest) {
    Duration twice = longest.multipliedBy(2);
    return twice.compareTo(least) > 0 ? twice : least;
  }

  synchronized void answered(Octets request, Duration elapsed) {
    switch (Kind.of(request)) {
      case ETRN -> isAnyEtrnAnswered = true;
      case QUIT -> longestQuit = elapsed.compareTo(longestQuit) > 0 ? elapsed : longestQuit;
      case OTHER -> {}
    }
  }

  /** Records that a request got no reply within its full timeout. */
  synchronized void unanswered(Octets request) {
    switch (Kind.of(request)) {
      case ETRN -> etrnsUnanswered++;
      case QUIT -> quitsUnanswered++;
      case OTHER -> {}
    }
  }

  /** Returns true if a request is, or ends with, an ETRN. */
  static boolean isEtrn(Octets request) {
    return Kind.of(request) == Kind.ETRN;
  }

  /** Learns from a case that has ended. */
  public synchronized void ended(Transcript transcript) {
    boolean isInVain = Dialogue.all(transcript).stream().anyMatch(TargetPace::isBusyToTheEnd);
    busyInVain += isInVain ? 1 : 0;
  }

  private static boolean isBusyToTheEnd(Dialogue dialogue) {
    List<Dialogue.Exchange> exchanges = dialogue.exchanges();
    for (int i = 1; i < exchanges.size(); i++) {
      boolean isLast =
          exchanges.get(i - 1).name().equals(Dialogue.BUSY)
              && !exchanges.get(i).name().equals(Dialogue.BUSY);
      if (isLast && exchanges.get(i).replies().stream().anyMatch(r -> r.code() == LATER)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the time for which a request that is answered 458 may be repeated. */
  synchronized Duration retryTime(Duration timeout) {
    return atMost(!adapts || busyInVain < ENOUGH ? timeout : ONE_RETRY);
  }

  /** Returns the notices about a slow target, each in a sentence. */
  public synchronized List<String> notices() {
    var notices = new ArrayList<String>();
    if (isEtrnGivenUp()) {
      notices.add(
          "the target answered no ETRN within the reply timeout, so later cases waited only one"
              + " second: check whether it is overloaded or waits for name lookups");
    }
    if (isQuitGivenUp()) {
      notices.add(
          "the target left QUIT unanswered in "
              + quitsUnanswered
              + " sessions, so later sessions did not wait long for its reply");
    }
    return notices;
  }

  private enum Kind {
    ETRN,
    QUIT,
    OTHER;

    static Kind of(Octets request) {
      String text = request.text().toUpperCase(Locale.ROOT);
      if (text.startsWith("QUIT")) {
        return QUIT;
      }
      return text.startsWith("ETRN") || text.contains("\nETRN") ? ETRN : OTHER;
    }
  }
}
