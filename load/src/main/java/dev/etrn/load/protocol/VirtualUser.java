package dev.etrn.load.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A virtual user, as its connection sees it.
 *
 * @param scenario the name of Gatling's scenario
 * @param id the virtual user's number
 * @param intendedStartNanos the time at which it was meant to start, by {@link System#nanoTime()}
 * @param listener the listener for its steps
 */
public record VirtualUser(
    String scenario, long id, long intendedStartNanos, SessionListener listener) {

  /** Notifies the listener that a step is over; {@link StepResult} explains the values. */
  public void ended(
      Step step,
      @Nullable String node,
      int code,
      @Nullable StepError error,
      boolean isExpected,
      long startNanos,
      long endNanos) {
    listener.ended(
        new StepResult(
            step,
            scenario,
            id,
            node,
            code,
            error,
            isExpected,
            intendedStartNanos,
            startNanos,
            endNanos));
  }
}
