package dev.etrn.server.queue;

import java.time.Instant;
import java.util.List;

/**
 * A message that cannot be delivered and whose sender could not get a report; kept for an operator.
 *
 * @param id the number in the queue
 * @param arrived the time of arrival
 * @param node the node that it waited for
 * @param sender the reverse-path; empty for the null sender
 * @param recipients the recipients that it did not reach
 * @param reason the last reply or error, in the words of the peer
 */
public record FailedMessage(
    long id, Instant arrived, String node, String sender, List<String> recipients, String reason) {

  public FailedMessage {
    recipients = List.copyOf(recipients);
  }
}
