package dev.etrn.suites.targets;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The guard that keeps hostile input away from hosts that nobody vouched for.
 *
 * @param vouched the hosts, as the user names them, that may be tested wherever they are
 */
public record HostGuard(Set<String> vouched) {

  public HostGuard {
    vouched =
        vouched.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * Returns the address to connect to; looked up once, so that it cannot change after it was
   * checked.
   *
   * @throws HarnessConfigurationException when the host is neither loopback nor private, and not
   *     vouched for
   * @throws TargetUnavailableException when the host is unknown
   */
  public InetSocketAddress check(HostPort target)
      throws HarnessConfigurationException, TargetUnavailableException {
    return check(target, target.resolve());
  }

  /**
   * Returns every address of the host, each checked; looked up once, so that none can change after
   * it was checked.
   *
   * @throws HarnessConfigurationException when an address is neither loopback nor private, and the
   *     host is not vouched for
   * @throws TargetUnavailableException when the host is unknown
   */
  public List<InetSocketAddress> checkAll(HostPort target)
      throws HarnessConfigurationException, TargetUnavailableException {
    List<InetSocketAddress> addresses = target.addresses();
    if (addresses.isEmpty()) {
      return List.of(check(target, InetSocketAddress.createUnresolved(target.host(), 0)));
    }
    for (InetSocketAddress address : addresses) {
      InetSocketAddress unused = check(target, address);
    }
    return addresses;
  }

  /** Returns {@code address}, which was looked up, after the same check. */
  InetSocketAddress check(HostPort target, InetSocketAddress address)
      throws HarnessConfigurationException, TargetUnavailableException {
    if (address.isUnresolved()) {
      throw new TargetUnavailableException(
          "no address is known for the host " + target.host() + ": correct its name");
    }
    if (!isNear(address.getAddress())
        && !vouched.contains(target.host().toLowerCase(Locale.ROOT))) {
      throw new HarnessConfigurationException(
          target.host()
              + " is neither loopback nor private, and the cases send hostile input: if you may"
              + " test it, add --i-am-allowed "
              + target.host());
    }
    return address;
  }

  /**
   * Returns true for loopback, this host, link-local and private (RFC 1918, RFC 4193) addresses.
   */
  private static boolean isNear(InetAddress address) {
    boolean isUniqueLocal =
        address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC;
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || isUniqueLocal;
  }
}
