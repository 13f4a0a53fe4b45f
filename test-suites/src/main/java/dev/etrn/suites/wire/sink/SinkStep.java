package dev.etrn.suites.wire.sink;

import java.time.Duration;
import java.util.List;

/** A step that a connection of the sink takes, in order. */
sealed interface SinkStep {

  record Say(String octets) implements SinkStep {}

  record Pause(Duration time) implements SinkStep {}

  /** A message was taken; follows its reply. */
  record Took(String content) implements SinkStep {}

  /** Some recipients were refused by plan; follows their replies. */
  record RefusedRecipients(List<String> recipients) implements SinkStep {}

  /** Mail of other people was refused. */
  record OthersMail(String node) implements SinkStep {}

  /** A message that an earlier run left in the queue of the target was taken. */
  record LeftOver() implements SinkStep {}

  /**
   * Octets that were read belong to other people, and must not be kept.
   *
   * @param start the position of the first octet, counted over all octets read
   * @param end the position after the last octet
   */
  record Forget(int start, int end) implements SinkStep {}

  /** The handshake of TLS follows. */
  record Encrypt() implements SinkStep {}

  /** More octets came than are read. */
  record Exceeded(String excess) implements SinkStep {}

  record Reset() implements SinkStep {}
}
