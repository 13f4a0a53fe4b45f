package dev.etrn.load.engine;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import dev.etrn.load.engine.GatlingRun.RunFailedException;
import io.gatling.app.Runner;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Tests that the load engine does not report its use to its vendor. */
@Tag("slow")
@Isolated("watches what this JVM connects to")
class PhoneHomeTest {

  @TempDir private Path results = Path.of("");

  @Test
  void asksNoServerOfGatlingsMakers() throws IOException, RunFailedException {
    ProxySelector before = ProxySelector.getDefault();
    var selector = new Watch();
    ProxySelector.setDefault(selector);
    try (var peer = new ScriptedPeer(talk -> talk.say("220 hub\r\n").isClosedByPeer())) {
      assertThat(OneUser.at(peer.address(), results, smtp("drop").drop()).told())
          .endsWith("DROP 0");
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(selector.addresses).isEmpty();
  }

  @Test
  void hasNoLookForANewerVersion() throws NoSuchMethodException {
    assertThat(QuietRunner.class.getMethod("displayVersionWarning").getDeclaringClass())
        .isNotEqualTo(Runner.class);
  }

  @Test
  void refusesToRunWithAnalytics() throws IOException {
    System.setProperty("gatling.data.enableAnalytics", "true");
    ConfigFactory.invalidateCaches();
    try (var peer = new ScriptedPeer(talk -> talk.say("220 hub\r\n").isClosedByPeer())) {
      assertThatThrownBy(() -> OneUser.at(peer.address(), results))
          .isInstanceOf(RunFailedException.class)
          .hasMessageContaining("a load tool does not phone home");
    } finally {
      System.clearProperty("gatling.data.enableAnalytics");
      ConfigFactory.invalidateCaches();
    }
  }

  /**
   * A selector that records every connection that Java's HTTP clients are about to make, and
   * refuses it.
   */
  private static final class Watch extends ProxySelector {

    final List<URI> addresses = new CopyOnWriteArrayList<>();

    @Override
    public List<Proxy> select(URI uri) {
      addresses.add(uri);
      throw new IllegalArgumentException("no connection to " + uri + " from a test");
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException cause) {
      throw new IllegalStateException("a connection to " + uri + " was tried", cause);
    }
  }
}
