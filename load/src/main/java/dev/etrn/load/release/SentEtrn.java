package dev.etrn.load.release;

/**
 * An ETRN that was written.
 *
 * @param nanos when its first octet was written, in nanoseconds since 1970
 * @param accepted whether its reply was positive, or not waited for
 */
public record SentEtrn(String node, long nanos, boolean accepted) {}
