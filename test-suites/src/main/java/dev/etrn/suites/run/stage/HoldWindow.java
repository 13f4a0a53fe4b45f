package dev.etrn.suites.run.stage;

import java.time.Duration;

/**
 * How long mail that was handed over is watched before a case asks for it; safe for several
 * threads.
 *
 * <p>A target that relays at once, or whose queue runs often, moves it within the quiet time. One
 * that kept everything several times in a row is watched for a part of that time only, since half
 * of what a run takes is this wait. When mail moves too early, the whole time counts until several
 * windows in a row were kept again. What a case sees after a part of it accuses nobody: such a case
 * is tried again with the whole time.
 */
public final class HoldWindow {

  private static final int ENOUGH = 4;
  private static final int PART = 4;
  private static final Duration LEAST = Duration.ofMillis(100);

  private final boolean adapts;
  private int kept;
  private boolean staysWhole;

  /**
   * @param adapts whether it may become shorter
   */
  HoldWindow(boolean adapts) {
    this.adapts = adapts;
  }

  /** The time to watch, of a target that is quiet when nothing moves for {@code quiet}. */
  synchronized Duration of(Duration quiet) {
    if (!adapts || staysWhole || kept < ENOUGH || quiet.compareTo(LEAST) <= 0) {
      return quiet;
    }
    Duration part = quiet.dividedBy(PART);
    return part.compareTo(LEAST) < 0 ? LEAST : part;
  }

  /**
   * Learns what came of one window.
   *
   * @param hasStayed whether all messages were kept
   */
  public synchronized void ended(boolean hasStayed) {
    kept = hasStayed ? kept + 1 : 0;
  }

  /** The whole time is watched from now on. */
  public synchronized void stayWhole() {
    staysWhole = true;
  }
}
