package dev.etrn.suites.wire.client;

import java.time.Duration;

/**
 * The way in which the harness connects to a target.
 *
 * @param identity the names that it gives itself
 * @param connect how long it waits for a connection
 * @param timeouts how long it waits for the greeting and for replies
 * @param isEncrypted whether TLS begins with the first octet
 */
public record ClientSettings(
    ClientIdentity identity, Duration connect, ConnectionTimeouts timeouts, boolean isEncrypted) {

  /** A connection in the clear, with the standard names. */
  public static ClientSettings of(Duration connect, ConnectionTimeouts timeouts) {
    return new ClientSettings(ClientIdentity.STANDARD, connect, timeouts, false);
  }
}
