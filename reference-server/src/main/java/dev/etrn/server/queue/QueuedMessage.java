package dev.etrn.server.queue;

import java.time.Instant;
import java.util.List;

/**
 * One message as it waits for one node.
 *
 * @param id unique within the queue, rising with arrival
 * @param arrived when it was taken over, by the clock of that time, in milliseconds
 * @param channel that delivers it
 * @param node it waits for
 * @param sender the reverse-path; empty for the null sender
 * @param recipients it still has to reach
 * @param content header and body, lines ending in CRLF; not to be changed
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

  /** The same entry for fewer recipients. */
  public QueuedMessage withRecipients(List<String> remaining) {
    return new QueuedMessage(id, arrived, channel, node, sender, remaining, content);
  }
}
