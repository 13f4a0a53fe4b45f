package dev.etrn.suites.wire.client;

import java.time.Duration;

/**
 * The way in which the harness connects to a target.
 *
 * @param identity the names that it gives itself
 * @param connect the timeout of a connection attempt
 * @param timeouts the timeouts of the greeting and of replies
 * @param isEncrypted true if TLS begins with the first octet
 */
public record ClientSettings(
    ClientIdentity identity, Duration connect, ConnectionTimeouts timeouts, boolean isEncrypted) {

  /** Returns the settings of an unencrypted connection with the standard names. */
  public static ClientSettings of(Duration connect, ConnectionTimeouts timeouts) {
    return new ClientSettings(ClientIdentity.STANDARD, connect, timeouts, false);
  }
}
