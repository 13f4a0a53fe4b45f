package dev.etrn.server.queue;

import java.time.Instant;

/**
 * The queue of one node.
 *
 * @param node the lower-case domain, such as {@code branch.example}
 * @param channel the channel that delivers it
 * @param waiting the number of entries, including those under delivery
 * @param octets the octets of their content
 * @param oldest the arrival of the first of them, by the clock of that time
 */
public record NodeQueue(String node, String channel, int waiting, long octets, Instant oldest) {}
