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
 * The time that a run has, and what it learns of a slow target, so that not every case waits for
 * what two have waited for in vain; safe for several threads.
 *
 * <p>A target that answered no ETRN at all, or leaves QUIT unanswered, is given only a moment from
 * then on. When the time of the run is over nothing is waited for any more.
 */
public final class TargetPace {

  /** As often must something cost the whole timeout before it is waited for less. */
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

  /** Whether the time of the run is over. */
  public boolean isOver() {
    return !maxTime.isZero() && endNanos - clock.getAsLong() <= 0;
  }

  public Duration maxTime() {
    return maxTime;
  }

  /** This time, or what is left of the run. */
  public Duration atMost(Duration wanted) {
    if (maxTime.isZero()) {
      return wanted;
    }
    Duration left = Duration.ofNanos(Math.max(0, endNanos - clock.getAsLong()));
    return left.compareTo(wanted) < 0 ? left : wanted;
  }

  /** How long to wait for the reply to a request, within what is left of the run. */
  synchronized Duration forReply(Octets request, Duration wanted) {
    Duration time =
        switch (Kind.of(request)) {
          case ETRN -> isEtrnGivenUp() ? MOMENT : wanted;
          case QUIT -> isQuitGivenUp() ? longer(MOMENT, longestQuit) : wanted;
          case OTHER -> wanted;
        };
    return atMost(time.compareTo(wanted) < 0 ? time : wanted);
  }

  private boolean isEtrnGivenUp() {
    return adapts && !isAnyEtrnAnswered && etrnsUnanswered >= ENOUGH;
  }

  private boolean isQuitGivenUp() {
    return adapts && quitsUnanswered >= ENOUGH;
  }

  /** A little more than the target was seen to take. */
  private static Duration longer(Duration least, Duration seen) {
    Duration twice = seen.multipliedBy(2);
    return twice.compareTo(least) > 0 ? twice : least;
  }

  synchronized void answered(Octets request, Duration took) {
    switch (Kind.of(request)) {
      case ETRN -> isAnyEtrnAnswered = true;
      case QUIT -> longestQuit = took.compareTo(longestQuit) > 0 ? took : longestQuit;
      case OTHER -> {}
    }
  }

  /** A request got no reply in the whole time that it has. */
  synchronized void unanswered(Octets request) {
    switch (Kind.of(request)) {
      case ETRN -> etrnsUnanswered++;
      case QUIT -> quitsUnanswered++;
      case OTHER -> {}
    }
  }

  /** Whether a request is, or ends with, an ETRN. */
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

  /** How long a request that is answered 458 may be repeated. */
  synchronized Duration retryTime(Duration wanted) {
    return atMost(!adapts || busyInVain < ENOUGH ? wanted : ONE_RETRY);
  }

  /** What was found out of the target, each in a sentence. */
  public synchronized List<String> notices() {
    var notices = new ArrayList<String>();
    if (isEtrnGivenUp()) {
      notices.add(
          "the target answered no ETRN in the time that a reply may take, so that later cases"
              + " waited for a second only: see whether it is overloaded, or looks names up");
    }
    if (isQuitGivenUp()) {
      notices.add(
          "the target left QUIT unanswered in "
              + quitsUnanswered
              + " sessions, so that later ones did not wait for long");
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
