package dev.etrn.server.queue;

import java.time.Instant;
import java.util.List;

/**
 * A message that cannot be delivered and whose sender could not be told; kept for an operator.
 *
 * @param id its number in the queue
 * @param arrived when it was taken over
 * @param node it waited for
 * @param sender the reverse-path; empty for the null sender
 * @param recipients that it did not reach
 * @param why the last reply or error, as the peer said it
 */
public record FailedMessage(
    long id, Instant arrived, String node, String sender, List<String> recipients, String why) {

  public FailedMessage {
    recipients = List.copyOf(recipients);
  }
}
