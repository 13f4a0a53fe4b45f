package dev.etrn.server.access;

import java.net.InetAddress;
import java.util.Optional;

/**
 * The client of a session, as far as the server knows it; its EHLO name proves nothing (ETRN-062).
 *
 * @param address the source address of the connection
 * @param isEncrypted true if the connection uses TLS
 * @param identity the name that AUTH proved
 */
public record ConnectedClient(InetAddress address, boolean isEncrypted, Optional<String> identity) {

  /** Returns a client of which only the address is known. */
  public static ConnectedClient at(InetAddress address) {
    return new ConnectedClient(address, false, Optional.empty());
  }

  public ConnectedClient encrypted() {
    // RFC 3207 section 4.2: the server forgets what it learned before.
    return new ConnectedClient(address, true, Optional.empty());
  }

  public ConnectedClient identifiedAs(String name) {
    return new ConnectedClient(address, isEncrypted, Optional.of(name));
  }
}
