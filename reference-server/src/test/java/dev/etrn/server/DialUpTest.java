package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.pmdf.ConfigDirectory;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The manual's recipe for a branch on a dial-up line: mail waits for the periodic job, which also
 * asks the provider for the branch's own mail (PMDF-007, PMDF-028).
 */
class DialUpTest {

  private static final QueueSelection ALL = new QueueSelection.Everything();

  @TempDir private Path directory = Path.of("");
  private final InMemoryQueue queue = new InMemoryQueue(100_000);

  @Test
  void sendsAndAsksWhenThePeriodicJobRuns() throws Exception {
    try (var provider = new ScriptedExchanger(Map.of("EHLO", "250-provider\r\n250 ETRN"));
        var branch =
            branch("smtp mx daemon %s port %d periodic sendetrn host1.example", provider)) {
      add();
      await("mail waits").during(Duration.ofMillis(200)).until(() -> provider.connections() == 0);
      branch.runPeriodicJob();
      await("mail is sent").until(() -> queue.waiting(ALL) == 0);
      assertThat(provider.lines())
          .containsSubsequence("ETRN host1.example", "MAIL FROM:<a@host1.example>");
    }
  }

  @Test
  void makesNoConnectionWhenNothingWaits() throws Exception {
    try (var provider = new ScriptedExchanger(Map.of());
        var branch = branch("smtp daemon %s port %d periodic sendetrn host1.example", provider)) {
      branch.runPeriodicJob();
      await("nothing happens")
          .during(Duration.ofMillis(200))
          .until(() -> provider.connections() == 0);
    }
  }

  @Test
  void startsNoChannelThatIsASlave() throws Exception {
    try (var provider = new ScriptedExchanger(Map.of());
        var branch = branch("smtp daemon %s port %d slave", provider)) {
      add();
      branch.runPeriodicJob();
      await("mail stays").during(Duration.ofMillis(200)).until(() -> queue.waiting(ALL) == 1);
      assertThat(provider.connections()).isZero();
    }
  }

  private EtrnServer branch(String keywords, ScriptedExchanger provider) throws Exception {
    InetSocketAddress address = provider.address();
    String host = "[" + address.getAddress().getHostAddress() + "]";
    Files.writeString(
        directory.resolve("pmdf.cnf"),
        """
        host1.example  $U@host1.example
        .              $U%%$H@router.example

        l
        host1.example

        tcp_local smtp mx
        TCP-DAEMON

        tcp_gateway %s
        router.example
        """
            .formatted(keywords.formatted(host, address.getPort())));
    ServerConfig config =
        ConfigDirectory.read(directory, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .config();
    return EtrnServer.start(config, queue, ServerObserver.NONE);
  }

  private void add() {
    var destination =
        new IncomingMessage.Destination("tcp_gateway", "far.example", List.of("b@far.example"));
    queue
        .enqueue(
            new IncomingMessage("a@host1.example", List.of(destination), new byte[] {'x', 13, 10}))
        .join();
  }
}
