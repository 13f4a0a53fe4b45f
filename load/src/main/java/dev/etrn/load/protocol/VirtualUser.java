package dev.etrn.load.protocol;

import org.jspecify.annotations.Nullable;

/**
 * One virtual user, as far as its connection is concerned.
 *
 * @param scenario the name of Gatling's scenario
 * @param id the virtual user's number
 * @param intendedStartNanos when it was meant to start, by {@link System#nanoTime()}
 * @param listener is told of its steps
 */
public record VirtualUser(
    String scenario, long id, long intendedStartNanos, SessionListener listener) {

  /** Tells the listener that a step is over; see {@link StepResult} for what the values mean. */
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
