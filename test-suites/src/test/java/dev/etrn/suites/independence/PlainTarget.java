package dev.etrn.suites.independence;

import dev.etrn.suites.target.Nodes;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.SessionSecurity;
import dev.etrn.suites.target.Target;
import dev.etrn.suites.target.TargetProfile;
import dev.etrn.suites.target.TargetUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A plain server as a target.
 *
 * @param security what the configuration says of TLS and AUTH
 */
record PlainTarget(Traits traits, SessionSecurity security) implements Target {

  PlainTarget(Traits traits) {
    this(traits, SessionSecurity.UNSTATED);
  }

  @Override
  public String name() {
    return traits.toString();
  }

  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailable {
    try {
      return new Running(PlainServer.start(traits, sink.orElseThrow()), profile());
    } catch (IOException e) {
      throw new TargetUnavailable("the plain server cannot start", e);
    }
  }

  @Override
  public TargetProfile profile() {
    return new TargetProfile(
            new Nodes(
                Optional.of("branch.example"),
                Optional.of("sibling.example"),
                Optional.of("idle.example"),
                Optional.of("denied.example"),
                Optional.of("unknown.example"),
                Optional.empty(),
                Optional.of("xbranch.example")),
            true,
            Duration.ofSeconds(3),
            Duration.ofMillis(150),
            Duration.ofSeconds(5),
            OptionalInt.empty(),
            traits.isMinimal())
        .withSecurity(security);
  }

  private record Running(PlainServer server, TargetProfile profile) implements RunningTarget {
    @Override
    public InetSocketAddress address() {
      return server.address();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
