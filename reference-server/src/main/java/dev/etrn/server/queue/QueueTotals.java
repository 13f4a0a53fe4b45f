package dev.etrn.server.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * The totals of the whole queue.
 *
 * @param nodes the number of nodes with waiting mail
 * @param waiting the number of entries, including those under delivery, without failed ones
 * @param octets the octets of their content
 * @param oldest the arrival of the first of them; empty when none waits
 * @param failed the number of entries that are kept for an operator
 */
public record QueueTotals(
    int nodes, long waiting, long octets, Optional<Instant> oldest, long failed) {}
