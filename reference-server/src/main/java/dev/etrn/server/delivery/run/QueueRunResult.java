package dev.etrn.server.delivery.run;

/**
 * How a queue run ended.
 *
 * @param reached whether an exchanger was reached and stayed until the end
 * @param error the last that went wrong, as a peer or the system said it; empty when nothing did
 */
public record QueueRunResult(boolean reached, String error) {}
