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
 * The count of open sessions, in total and for each address; safe for several threads.
 *
 * <p>An IPv6 address counts with its /64, since that is the network of one customer. Only admitted
 * sessions are counted, and an address without any is forgotten, so that the table is never longer
 * than the number of sessions (SEC-033).
 */
final class Admission {

  private static final int NETWORK_OCTETS = 8;

  private final Supplier<SessionLimits> limits;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<InetAddress, Integer> openByAddress = new ConcurrentHashMap<>();

  /**
   * @param limits the limits in force
   */
  Admission(Supplier<SessionLimits> limits) {
    this.limits = limits;
  }

  /** The decision about a connection. */
  enum Answer {
    ADMITTED,
    TOO_MANY,
    TOO_MANY_FROM_ADDRESS
  }

  /** Counts a session if it may begin; the caller then calls {@link #release} once, at its end. */
  Answer admit(InetAddress address) {
    // Incremented before the comparison, since several threads open connections.
    if (open.incrementAndGet() > limits.get().sessions()) {
      open.decrementAndGet();
      return Answer.TOO_MANY;
    }
    int ofAddress = openByAddress.merge(countingAddress(address), 1, Integer::sum);
    if (ofAddress > limits.get().sessionsPerAddress()) {
      release(address);
      return Answer.TOO_MANY_FROM_ADDRESS;
    }
    return Answer.ADMITTED;
  }

  /** Removes an admitted session from the count. */
  void release(InetAddress address) {
    openByAddress.computeIfPresent(
        countingAddress(address), (key, count) -> count > 1 ? count - 1 : null);
    open.decrementAndGet();
  }

  /** Returns the number of addresses with an open session. */
  int addresses() {
    return openByAddress.size();
  }

  private static InetAddress countingAddress(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    byte[] octets = address.getAddress();
    Arrays.fill(octets, NETWORK_OCTETS, octets.length, (byte) 0);
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of 16 octets is valid", e);
    }
  }
}
