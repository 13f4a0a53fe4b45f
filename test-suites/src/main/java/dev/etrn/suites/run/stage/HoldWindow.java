package dev.etrn.suites.run.stage;

import java.time.Duration;

/**
 * The time for which submitted mail is watched before a case asks for it; safe for several threads.
 *
 * <p>A target that relays at once, or whose queue runs often, moves mail within the quiet time. A
 * target that kept everything several times in a row is watched only for a part of that time, since
 * this wait is half of the time of a run. When mail moves too early, the whole time applies again
 * until several windows in a row had no movement. A finding after a partial window does not count:
 * such a case is tried again with the whole time.
 */
public final class HoldWindow {

  private static final int ENOUGH = 4;
  private static final int PART = 4;
  private static final Duration LEAST = Duration.ofMillis(100);

  private final boolean adapts;
  private int quietWindows;
  private boolean staysWhole;

  /**
   * @param adapts true if the window may become shorter
   */
  HoldWindow(boolean adapts) {
    this.adapts = adapts;
  }

  /** Returns the time to watch a target that holds mail if nothing moves for {@code quiet}. */
  synchronized Duration of(Duration quiet) {
    if (!adapts || staysWhole || quietWindows < ENOUGH || quiet.compareTo(LEAST) <= 0) {
      return quiet;
    }
    Duration part = quiet.dividedBy(PART);
    return part.compareTo(LEAST) < 0 ? LEAST : part;
  }

  /**
   * Records the outcome of one window.
   *
   * @param hasStayed true if the target kept all messages
   */
  public synchronized void ended(boolean hasStayed) {
    quietWindows = hasStayed ? quietWindows + 1 : 0;
  }

  /** Makes all later windows last the whole time. */
  public synchronized void stayWhole() {
    staysWhole = true;
  }
}
