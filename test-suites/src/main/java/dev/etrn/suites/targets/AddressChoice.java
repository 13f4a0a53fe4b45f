package dev.etrn.suites.targets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** The choice among the addresses of a host: the first that takes a connection. */
public final class AddressChoice {

  private static final Duration EACH = Duration.ofSeconds(10);

  private AddressChoice() {}

  /**
   * Returns the first address that takes a connection, as RFC 5321 section 5.1 asks of clients; a
   * single address is not tried.
   *
   * @param addresses one or more addresses
   * @return the first address if none takes a connection, so that its failure can be reported
   */
  public static InetSocketAddress of(List<InetSocketAddress> addresses) {
    return addresses.size() == 1
        ? addresses.get(0)
        : addresses.stream().filter(AddressChoice::connects).findFirst().orElse(addresses.get(0));
  }

  private static boolean connects(InetSocketAddress address) {
    try (var socket = new Socket()) {
      socket.connect(address, Math.toIntExact(EACH.toMillis()));
      return true;
    } catch (IOException e) {
      // The next address may work.
      return false;
    }
  }
}
