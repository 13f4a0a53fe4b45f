package dev.etrn.server.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * The queue as a whole.
 *
 * @param nodes that have mail waiting
 * @param waiting entries, those under delivery among them, failed ones not
 * @param octets of their content
 * @param oldest when the first of them arrived; empty when none waits
 * @param failed entries that are kept for an operator
 */
public record QueueTotals(
    int nodes, long waiting, long octets, Optional<Instant> oldest, long failed) {}
