package dev.etrn.load.protocol;

import org.jspecify.annotations.Nullable;

/**
 * One step of one virtual user, over. All times are readings of {@link System#nanoTime()}.
 *
 * @param step what was done
 * @param scenario the name of Gatling's scenario
 * @param user the virtual user's number, unique in a run
 * @param node the node of an ETRN, with its {@code @} or {@code #}; null for any other step
 * @param code the reply's code; 0 when there was none, as after an error, and for CONNECT, TLS and
 *     DROP, which have no reply
 * @param error why there was no reply; null when there was one or none was to come
 * @param isExpected whether the step went as its simulation expects: its code and all checks
 * @param intendedStartNanos when the user was meant to start; the user's real start where nobody
 *     said (see {@link IntendedStart})
 * @param startNanos when the step's octets were written; those of a pipelined group have one start
 * @param endNanos when the last octet of the reply was read, or the error seen
 */
public record StepResult(
    Step step,
    String scenario,
    long user,
    @Nullable String node,
    int code,
    @Nullable StepError error,
    boolean isExpected,
    long intendedStartNanos,
    long startNanos,
    long endNanos) {

  /** How long the server took, in nanoseconds. */
  public long serviceNanos() {
    return endNanos - startNanos;
  }
}
