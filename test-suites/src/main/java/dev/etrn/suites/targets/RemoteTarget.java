package dev.etrn.suites.targets;

import dev.etrn.suites.targets.profile.LoadTerms;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * A server that someone else runs.
 *
 * @param name the name that the user gave
 * @param addresses the addresses of its host, which the {@link HostGuard} let pass; the first that
 *     takes a connection is used
 * @param profile the statements of etrn.yaml about it
 * @param sinkListensAt the address to which it delivers mail for its nodes
 * @param load the terms of a load run
 */
public record RemoteTarget(
    String name,
    List<InetSocketAddress> addresses,
    TargetProfile profile,
    Optional<InetSocketAddress> sinkListensAt,
    LoadTerms load)
    implements Target {

  public RemoteTarget {
    addresses = List.copyOf(addresses);
  }

  /** A target at one address, without thresholds for load runs. */
  public RemoteTarget(
      String name,
      InetSocketAddress address,
      TargetProfile profile,
      Optional<InetSocketAddress> sinkListensAt) {
    this(name, List.of(address), profile, sinkListensAt, LoadTerms.NONE);
  }

  /** Returns true if every address is a loopback address. */
  public boolean isOnLoopback() {
    return addresses.stream().allMatch(address -> address.getAddress().isLoopbackAddress());
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) {
    return new Running(AddressChoice.of(addresses), profile);
  }

  private record Running(InetSocketAddress address, TargetProfile profile)
      implements RunningTarget {
    @Override
    public void close() {
      // Someone else runs the server.
    }
  }
}
