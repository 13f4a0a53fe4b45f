package dev.etrn.suites.tck.example;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.tck.ServerUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The server under test; put your own in the place of the reference server. */
final class MyServer implements ServerUnderTest {

  private @Nullable EtrnServer server;

  @Override
  public InetSocketAddress start(InetSocketAddress sink) throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    EtrnServer started = EtrnServer.start(BuiltInConfig.config(anyPort, sink));
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
    return Nodes.NONE
        .withPermitted("branch.example")
        .withSibling("sibling.example")
        .withEmpty("idle.example")
        .withDenied("denied.example")
        .withUnknown("unknown.example")
        .withQueue("tcp_branch");
  }

  @Override
  public OptionalInt etrnsPerSession() {
    return OptionalInt.of(BuiltInConfig.ETRNS_PER_SESSION);
  }

  /** Returns a short time, because the server is fast and runs in this process. */
  @Override
  public Duration quiet() {
    return Duration.ofMillis(150);
  }
}
