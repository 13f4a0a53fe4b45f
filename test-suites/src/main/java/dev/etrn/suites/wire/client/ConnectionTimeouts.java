package dev.etrn.suites.wire.client;

import java.time.Duration;

/**
 * The times that a client waits for a server (RFC 5321 section 4.5.3.2).
 *
 * @param greeting the timeout of the greeting
 * @param reply the timeout of a connection, and of every other reply
 */
public record ConnectionTimeouts(Duration greeting, Duration reply) {

  /** Returns timeouts that are the same for the greeting and for every reply. */
  public static ConnectionTimeouts of(Duration reply) {
    return new ConnectionTimeouts(reply, reply);
  }

  public ConnectionTimeouts withGreeting(Duration other) {
    return new ConnectionTimeouts(other, reply);
  }
}
