package dev.etrn.load.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The result of one step of one virtual user. All times are readings of {@link System#nanoTime()}.
 *
 * @param step the step that ended
 * @param scenario the name of Gatling's scenario
 * @param user the virtual user's number, unique in a run
 * @param node the node of an ETRN, with its {@code @} or {@code #}; null for any other step
 * @param code the reply's code; 0 when there was no reply, as after an error, and for CONNECT, TLS
 *     and DROP, which have none
 * @param error the reason for which there was no reply; null when there was one, or none was due
 * @param isExpected true if the step went as its simulation expects: its code and all checks
 * @param intendedStartNanos the time at which the user was meant to start; its actual start if no
 *     source of intended starts is set (see {@link IntendedStart})
 * @param startNanos the time at which the step's octets were written; all steps of a pipelined
 *     group have the same
 * @param endNanos the time at which the last octet of the reply was read, or the error was seen
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

  /** Returns the time that the server took, in nanoseconds. */
  public long serviceNanos() {
    return endNanos - startNanos;
  }
}
