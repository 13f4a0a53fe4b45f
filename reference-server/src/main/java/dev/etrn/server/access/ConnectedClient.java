package dev.etrn.server.access;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who a session is with, as far as that is known; the name given with EHLO says nothing (ETRN-062).
 *
 * @param address where the connection comes from
 * @param isEncrypted whether TLS stands
 * @param identity the name that AUTH proved
 */
public record ConnectedClient(InetAddress address, boolean isEncrypted, Optional<String> identity) {

  /** A client of which only the address is known. */
  public static ConnectedClient at(InetAddress address) {
    return new ConnectedClient(address, false, Optional.empty());
  }

  public ConnectedClient encrypted() {
    // RFC 3207 section 4.2: what was learned before is forgotten.
    return new ConnectedClient(address, true, Optional.empty());
  }

  public ConnectedClient identifiedAs(String name) {
    return new ConnectedClient(address, isEncrypted, Optional.of(name));
  }
}
