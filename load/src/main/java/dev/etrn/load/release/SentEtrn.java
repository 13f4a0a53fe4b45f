package dev.etrn.load.release;

/**
 * An ETRN that was written.
 *
 * @param nanos the time at which its first octet was written, in nanoseconds since 1970
 * @param accepted true if its reply was positive, or was not waited for
 */
public record SentEtrn(String node, long nanos, boolean accepted) {}
