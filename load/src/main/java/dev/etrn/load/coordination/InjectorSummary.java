package dev.etrn.load.coordination;

/**
 * What an injector says of itself when it ends.
 *
 * @param lateNanos by how much its first session began after the instant at which all were to begin
 * @param firstNanos when the first session that counts began, in nanoseconds since 1970; 0 when
 *     none did
 * @param lastNanos when the last reply in such a session came, likewise; 0 when none came
 * @param began how many sessions it began
 * @param ended how many of them came to their end, whatever that was
 * @param steps how many steps it recorded in its log
 * @param asked how many ETRNs it recorded
 * @param sent how many messages it recorded
 * @param engineExit the exit code of the load engine: 0, or 2 when assertions failed, or 1
 * @param cut why it ended before its time; the empty string when it did not
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

  /** Whether assertions failed, which only a user's own simulation has. */
  boolean isAssertionBroken() {
    return engineExit == ASSERTION_FAILED;
  }
}
