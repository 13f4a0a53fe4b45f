package dev.etrn.load.exchanger;

/**
 * A message that the mail exchanger took.
 *
 * @param node the domain of its recipient
 * @param token the token that marked it when it was handed in; empty if it has none
 * @param openedNanos the time at which its connection was accepted, in nanoseconds since 1970
 * @param nanos the time at which its final dot was read, by the same clock
 */
public record Arrival(String node, String token, long openedNanos, long nanos) {}
