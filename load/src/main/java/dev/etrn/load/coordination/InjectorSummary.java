package dev.etrn.load.coordination;

/**
 * The summary that an injector writes when it ends.
 *
 * @param lateNanos the time from the instant at which all were to begin to its first session
 * @param firstNanos the time at which the first session that counts began, in nanoseconds since
 *     1970; 0 if none did
 * @param lastNanos the time at which the last reply in such a session came, in nanoseconds since
 *     1970; 0 if none came
 * @param began the number of sessions that it began
 * @param ended the number of these sessions that ended, for whatever reason
 * @param steps the number of steps that it recorded in its log
 * @param asked the number of ETRNs that it recorded
 * @param sent the number of messages that it recorded
 * @param engineExit the exit code of the load engine: 0, or 2 when assertions failed, or 1
 * @param cut the reason for which it ended early; the empty string if it did not
 */
public record InjectorSummary(
    long lateNanos,
    long firstNanos,
    long lastNanos,
    long began,
    long ended,
    long steps,
    long asked,
    long sent,
    int engineExit,
    String cut) {

  private static final int ASSERTION_FAILED = 2;

  /** Returns true if assertions failed; only a user's own simulation has assertions. */
  boolean isAssertionBroken() {
    return engineExit == ASSERTION_FAILED;
  }
}
