package dev.etrn.suites.mutants;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltIn;
import dev.etrn.server.fault.Mutant;
import dev.etrn.server.observe.Observer;
import dev.etrn.server.queue.InMemoryQueue;
import dev.etrn.suites.target.Nodes;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.Target;
import dev.etrn.suites.target.TargetProfile;
import dev.etrn.suites.target.TargetUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The reference server with a fault, and with short waits, since much of it never comes. */
record MutantTarget(Mutant mutant) implements Target {

  private static final long ROOM = 64L * 1024 * 1024;

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
          Duration.ofSeconds(2),
          Duration.ofMillis(150),
          Duration.ofSeconds(2),
          OptionalInt.of(BuiltIn.ETRNS_PER_SESSION),
          false);

  @Override
  public String name() {
    return mutant.fault().map(fault -> fault.name()).orElse("no fault");
  }

  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(anyPort());
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailable {
    try {
      var config = BuiltIn.config(anyPort(), sink.orElseThrow());
      return new Running(EtrnServer.start(config, new InMemoryQueue(ROOM), Observer.NONE, mutant));
    } catch (IOException e) {
      throw new TargetUnavailable("the mutant cannot start: " + e.getMessage(), e);
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
      server.close();
    }
  }
}
