package dev.etrn.suites.wire.sink;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The plan of the sink for deliveries. Its neighbours are {@code LinkCondition} and {@code
 * ScriptedAction}; ADR 4 says why they are apart.
 */
public sealed interface SinkPlan {

  /** Returns the code with which the plan refuses {@code recipient}; empty if it accepts it. */
  default OptionalInt refusal(String recipient) {
    return OptionalInt.empty();
  }

  /** Accepts every message at once. */
  record AcceptAll() implements SinkPlan {}

  /**
   * Answers RCPT with this code.
   *
   * @param code the code, 4yz or 5yz, such as 450
   */
  record RefuseRecipients(int code) implements SinkPlan {
    @Override
    public OptionalInt refusal(String recipient) {
      return OptionalInt.of(code);
    }
  }

  /**
   * Answers RCPT with this code if the recipient has this label, and accepts all others.
   *
   * @param label the label of the recipient, such as {@code full} in {@code etrn-TOKEN-full@node}
   */
  record RefuseRecipient(String label, int code) implements SinkPlan {
    @Override
    public OptionalInt refusal(String recipient) {
      return recipient.contains("-" + label + "@") ? OptionalInt.of(code) : OptionalInt.empty();
    }
  }

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
