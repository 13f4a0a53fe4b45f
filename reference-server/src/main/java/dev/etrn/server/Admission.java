package dev.etrn.server;

import dev.etrn.server.config.SessionLimits;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Counts the sessions that are open, in all and for each address; for several threads.
 *
 * <p>An IPv6 address counts with its /64, since that is what one customer gets. Only admitted
 * sessions are counted, and an address without any is forgotten, so that the table is never longer
 * than there are sessions (SEC-033).
 */
final class Admission {

  private static final int NETWORK_OCTETS = 8;

  private final Supplier<SessionLimits> limits;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<InetAddress, Integer> openByAddress = new ConcurrentHashMap<>();

  /**
   * @param limits those that count now
   */
  Admission(Supplier<SessionLimits> limits) {
    this.limits = limits;
  }

  /** What becomes of a connection. */
  enum Answer {
    ADMITTED,
    TOO_MANY,
    TOO_MANY_FROM_ADDRESS
  }

  /** Counts a session when it may begin; {@link #left} has to follow then, once. */
  Answer admit(InetAddress address) {
    // Counted before it is looked at, since connections are opened by several threads.
    if (open.incrementAndGet() > limits.get().sessions()) {
      open.decrementAndGet();
      return Answer.TOO_MANY;
    }
    int ofAddress = openByAddress.merge(counted(address), 1, Integer::sum);
    if (ofAddress > limits.get().sessionsPerAddress()) {
      left(address);
      return Answer.TOO_MANY_FROM_ADDRESS;
    }
    return Answer.ADMITTED;
  }

  /** A session that was admitted is over. */
  void left(InetAddress address) {
    openByAddress.computeIfPresent(counted(address), (key, count) -> count > 1 ? count - 1 : null);
    open.decrementAndGet();
  }

  /** How many addresses are remembered. */
  int addresses() {
    return openByAddress.size();
  }

  private static InetAddress counted(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    byte[] octets = address.getAddress();
    Arrays.fill(octets, NETWORK_OCTETS, octets.length, (byte) 0);
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of 16 octets is one", e);
    }
  }
}
