package dev.etrn.server.delivery.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * The delivery state of a node, for an operator.
 *
 * @param lastRun the end of the latest run; empty when none has ended yet
 * @param reached true if an exchanger was reached in that run, and stayed until the end
 * @param lastError the error of that run in printable US-ASCII; empty when there was none
 * @param nextAttempt the end of the current back-off; empty when there is none
 * @param running true if a run is under way
 */
public record NodeState(
    Optional<Instant> lastRun,
    boolean reached,
    String lastError,
    Optional<Instant> nextAttempt,
    boolean running) {}
