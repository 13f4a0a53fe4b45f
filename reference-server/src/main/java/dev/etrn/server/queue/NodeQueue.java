package dev.etrn.server.queue;

import java.time.Instant;

/**
 * What waits for one node.
 *
 * @param node lower-case domain, such as {@code branch.example}
 * @param channel that delivers it
 * @param waiting how many entries, those under delivery among them
 * @param octets of their content
 * @param oldest when the first of them arrived, by the clock of that time
 */
public record NodeQueue(String node, String channel, int waiting, long octets, Instant oldest) {}
