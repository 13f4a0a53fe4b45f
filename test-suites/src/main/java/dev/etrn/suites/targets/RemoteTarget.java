package dev.etrn.suites.targets;

import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * A server that someone else runs.
 *
 * @param name as the user gave it
 * @param addresses of its host, which the {@link HostGuard} let pass; the first that takes a
 *     connection is used
 * @param profile what etrn.yaml says of it
 * @param sinkListensAt where it delivers mail for its nodes
 * @param loadThresholds what a load run must keep
 */
public record RemoteTarget(
    String name,
    List<InetSocketAddress> addresses,
    TargetProfile profile,
    Optional<InetSocketAddress> sinkListensAt,
    List<String> loadThresholds)
    implements Target {

  public RemoteTarget {
    addresses = List.copyOf(addresses);
    loadThresholds = List.copyOf(loadThresholds);
  }

  /** One of which a load run has nothing to keep. */
  public RemoteTarget(
      String name,
      InetSocketAddress at,
      TargetProfile profile,
      Optional<InetSocketAddress> sinkListensAt) {
    this(name, List.of(at), profile, sinkListensAt, List.of());
  }

  /** Whether every address is one of this very host. */
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
      // It is not ours to end.
    }
  }
}
