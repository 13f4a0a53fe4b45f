package dev.etrn.server.delivery.run;

/**
 * The result of a queue run.
 *
 * @param reached true if an exchanger was reached and stayed until the end
 * @param error the last error in the words of the peer or the system; empty when there was none
 */
public record QueueRunResult(boolean reached, String error) {}
