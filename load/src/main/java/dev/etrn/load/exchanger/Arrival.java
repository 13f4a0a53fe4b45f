package dev.etrn.load.exchanger;

/**
 * A message that the mail exchanger took.
 *
 * @param node the domain of its recipient
 * @param token what it was marked with when it was handed in; empty when it has no mark
 * @param openedNanos when its connection was accepted, in nanoseconds since 1970
 * @param nanos when its final dot was read, by the same clock
 */
public record Arrival(String node, String token, long openedNanos, long nanos) {}
