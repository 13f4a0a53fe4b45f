package dev.etrn.suites.wire.client;

import java.time.Duration;

/**
 * The times that a client waits for a server (RFC 5321 section 4.5.3.2).
 *
 * @param greeting how long it waits for the greeting
 * @param reply how long it waits for a connection, and for every other reply
 */
public record ConnectionTimeouts(Duration greeting, Duration reply) {

  /** The same time for the greeting and for every reply. */
  public static ConnectionTimeouts of(Duration reply) {
    return new ConnectionTimeouts(reply, reply);
  }

  public ConnectionTimeouts withGreeting(Duration other) {
    return new ConnectionTimeouts(other, reply);
  }
}
