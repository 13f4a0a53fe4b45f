package dev.etrn.suites.tck;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.mutant.Mutant;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.store.InMemoryQueue;
import dev.etrn.suites.targets.profile.Nodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The reference server with a fault, as the server under test of a user. */
final class MutantUnderTest implements ServerUnderTest {

  private final Fault fault;
  private @Nullable EtrnServer server;

  MutantUnderTest(Fault fault) {
    this.fault = fault;
  }

  @Override
  public InetSocketAddress start(InetSocketAddress sink) throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    EtrnServer started =
        EtrnServer.start(
            BuiltInConfig.config(anyPort, sink),
            new InMemoryQueue(1 << 20),
            ServerObserver.NONE,
            Mutant.with(fault));
    server = started;
    return started.address();
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close(Duration.ofSeconds(5));
    }
  }

  @Override
  public Nodes nodes() {
    return Nodes.NONE.withPermitted("branch.example").withDenied("denied.example");
  }

  @Override
  public Duration quiet() {
    return Duration.ofMillis(150);
  }
}
