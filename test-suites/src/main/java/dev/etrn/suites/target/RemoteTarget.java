package dev.etrn.suites.target;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * A server that someone else runs.
 *
 * @param name as the user gave it
 * @param at a resolved address that the {@link HostGuard} let pass
 * @param profile what etrn.yaml says of it
 * @param sinkListensAt where it delivers mail for its nodes
 * @param loadThresholds what a load run must keep
 */
public record RemoteTarget(
    String name,
    InetSocketAddress at,
    TargetProfile profile,
    Optional<InetSocketAddress> sinkListensAt,
    List<String> loadThresholds)
    implements Target {

  /** One of which a load run has nothing to keep. */
  public RemoteTarget(
      String name,
      InetSocketAddress at,
      TargetProfile profile,
      Optional<InetSocketAddress> sinkListensAt) {
    this(name, at, profile, sinkListensAt, List.of());
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) {
    return new Running(at, profile);
  }

  private record Running(InetSocketAddress address, TargetProfile profile)
      implements RunningTarget {
    @Override
    public void close() {
      // It is not ours to end.
    }
  }
}
