package dev.etrn.server.queue;

import java.time.Instant;
import java.util.List;

/**
 * A message that waits for one node.
 *
 * @param id the number, unique within the queue, rising with arrival
 * @param arrived the time of arrival, by the clock of that time, in milliseconds
 * @param channel the channel that delivers it
 * @param node the node that it waits for
 * @param sender the reverse-path; empty for the null sender
 * @param recipients the recipients that it still has to reach
 * @param content the header and body, lines ending in CRLF; not to be changed
 */
public record QueuedMessage(
    long id,
    Instant arrived,
    String channel,
    String node,
    String sender,
    List<String> recipients,
    byte[] content) {

  public QueuedMessage {
    recipients = List.copyOf(recipients);
  }

  /** Returns the same entry for fewer recipients. */
  public QueuedMessage withRecipients(List<String> remaining) {
    return new QueuedMessage(id, arrived, channel, node, sender, remaining, content);
  }
}
