package dev.etrn.suites.wire.sink;

import java.time.Duration;

/** The plan of the sink for deliveries. */
public sealed interface SinkPlan {

  /** Accepts every message at once. */
  record AcceptAll() implements SinkPlan {}

  /**
   * Answers RCPT with this code.
   *
   * @param code the code, 4yz or 5yz, such as 450
   */
  record RefuseRecipients(int code) implements SinkPlan {}

  /**
   * Answers RCPT with this code if the recipient has this label, and accepts all others.
   *
   * @param label the label of the recipient, such as {@code full} in {@code etrn-TOKEN-full@node}
   */
  record RefuseRecipient(String label, int code) implements SinkPlan {}

  /** Accepts, but answers each final dot only after {@code pause}. */
  record Stall(Duration pause) implements SinkPlan {}

  /** Says 421 instead of a greeting, and closes. */
  record TurnAway() implements SinkPlan {}

  /**
   * Resets the connection after the final dot, unanswered.
   *
   * @param number the number of the message within its connection, from 1
   */
  record ResetAfterDot(int number) implements SinkPlan {}
}
