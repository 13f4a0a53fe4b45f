package dev.etrn.suites.wire;

import java.time.Duration;

/** How the sink treats deliveries. */
public sealed interface SinkPlan {

  /** Accepts every message at once. */
  record AcceptAll() implements SinkPlan {}

  /** Answers RCPT with {@code code}, such as 450. */
  record RefuseRecipients(int code) implements SinkPlan {}

  /** Accepts, but answers each final dot only after {@code pause}. */
  record Stall(Duration pause) implements SinkPlan {}

  /** Closes the connection with 421 instead of a greeting. */
  record TurnAway() implements SinkPlan {}

  /** Resets the connection after the final dot of message {@code number} (from 1), unanswered. */
  record ResetAfterDot(int number) implements SinkPlan {}
}
