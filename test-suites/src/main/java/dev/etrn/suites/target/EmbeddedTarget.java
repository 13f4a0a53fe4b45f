package dev.etrn.suites.target;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The reference server with its built-in configuration, in this process, on loopback. */
public final class EmbeddedTarget implements Target {

  private static final TargetProfile PROFILE =
      new TargetProfile(
          new Nodes(
              Optional.of("branch.example"),
              Optional.of("sibling.example"),
              Optional.of("idle.example"),
              Optional.of("denied.example"),
              Optional.of("unknown.example"),
              Optional.of("tcp_branch")),
          true,
          Duration.ofSeconds(3),
          Duration.ofMillis(150),
          Duration.ofSeconds(10),
          OptionalInt.of(BuiltIn.ETRNS_PER_SESSION),
          false);

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(anyPort());
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailable {
    InetSocketAddress exchanger =
        sink.orElseThrow(() -> new IllegalArgumentException("the embedded server needs a sink"));
    try {
      return new Running(EtrnServer.start(BuiltIn.config(anyPort(), exchanger)));
    } catch (IOException e) {
      throw new TargetUnavailable("the reference server cannot start: " + e.getMessage(), e);
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private record Running(EtrnServer server) implements RunningTarget {

    @Override
    public InetSocketAddress address() {
      return server.address();
    }

    @Override
    public TargetProfile profile() {
      return PROFILE;
    }

    @Override
    public void close() {
      // Its queue ends with it, so nothing is gained by waiting for long.
      server.close(Duration.ofSeconds(5));
    }
  }
}
