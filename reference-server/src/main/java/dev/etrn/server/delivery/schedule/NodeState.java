package dev.etrn.server.delivery.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * How delivery toward a node stands, for an operator.
 *
 * @param lastRun when the latest run ended; empty when none ended yet
 * @param reached whether an exchanger was reached then, and stayed until the end
 * @param lastError what went wrong then, in printable US-ASCII; empty when nothing did
 * @param nextAttempt when the back-off will be over; empty when none is under way
 * @param running whether a run is under way
 */
public record NodeState(
    Optional<Instant> lastRun,
    boolean reached,
    String lastError,
    Optional<Instant> nextAttempt,
    boolean running) {}
