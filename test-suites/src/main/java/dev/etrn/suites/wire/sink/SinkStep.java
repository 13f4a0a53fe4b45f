package dev.etrn.suites.wire.sink;

import java.time.Duration;
import java.util.List;

/** A thing that a connection of the sink has to do, in order. */
sealed interface SinkStep {

  record Say(String octets) implements SinkStep {}

  record Pause(Duration time) implements SinkStep {}

  /** A message was taken; comes after the reply that says so. */
  record Took(String content) implements SinkStep {}

  /** Some recipients were refused by plan; comes after the replies that say so. */
  record RefusedRecipients(List<String> recipients) implements SinkStep {}

  /** Mail of other people was refused. */
  record OthersMail(String node) implements SinkStep {}

  /** A message that an earlier run left in the queue of the target was taken. */
  record LeftOver() implements SinkStep {}

  /**
   * Octets that were read belong to other people, and must not be kept.
   *
   * @param from the first of them, counted over all that was read
   * @param to the first behind them
   */
  record Forget(int from, int to) implements SinkStep {}

  /** The handshake of TLS follows. */
  record Encrypt() implements SinkStep {}

  /** More came than is read. */
  record Exceeded(String what) implements SinkStep {}

  record Reset() implements SinkStep {}
}
