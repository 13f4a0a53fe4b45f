package dev.etrn.server.queue;

import java.util.List;

/**
 * A message that the server is about to accept.
 *
 * @param sender the reverse-path without angle brackets; empty for the null sender
 * @param destinations the destinations; each becomes its own queue entry
 * @param content the header and body after dot-unstuffing, lines ending in CRLF
 */
public record IncomingMessage(String sender, List<Destination> destinations, byte[] content) {

  public IncomingMessage {
    destinations = List.copyOf(destinations);
  }

  /**
   * The recipients that share a channel and a node.
   *
   * @param channel the name of the PMDF channel that will deliver, such as {@code tcp_branch}
   * @param node the lower-case domain that the mail waits for, such as {@code branch.example}
   * @param recipients the forward-paths without angle brackets, at least one
   */
  public record Destination(String channel, String node, List<String> recipients) {
    public Destination {
      recipients = List.copyOf(recipients);
    }
  }
}
