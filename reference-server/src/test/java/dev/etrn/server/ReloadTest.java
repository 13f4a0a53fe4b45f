package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.auth.Users;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.config.pmdf.ConfigDirectory;
import dev.etrn.server.delivery.client.EtrnClient;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reload of a configuration without dropping sessions (PMDF-030, SEC-034). */
class ReloadTest {

  private static final int SESSIONS = 20;
  private static final int RELOADS = 200;
  private static final Duration BOUND = Duration.ofSeconds(20);

  @TempDir private Path directory = Path.of("");

  private final InMemoryQueue queue = new InMemoryQueue(1_000_000);

  @Test
  void keepsOpenSessionsAsTheyBeganAndGivesNewOnesTheNewRights() throws Exception {
    try (EtrnServer server = EtrnServer.start(read("branch.example", "10"));
        var old = new Talk(server)) {
      assertThat(old.ask("ETRN branch.example")).startsWith("251 ");
      server.reload(read("sibling.example", "10"));
      try (var young = new Talk(server)) {
        assertThat(young.ask("ETRN sibling.example")).startsWith("251 ");
        assertThat(young.ask("ETRN branch.example")).startsWith("459 ");
        assertThat(old.ask("ETRN branch.example")).startsWith("251 ");
        assertThat(old.ask("ETRN sibling.example")).startsWith("459 ");
      }
    }
  }

  @Test
  void neverMixesTwoConfigurationsInOneSession() throws Exception {
    ServerConfig first = read("branch.example", "3");
    ServerConfig second = read("sibling.example", "5");
    try (EtrnServer server = EtrnServer.start(first)) {
      var isOver = new AtomicBoolean();
      List<CompletableFuture<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        clients.add(CompletableFuture.supplyAsync(() -> consistentSessions(server, isOver)));
      }
      for (int i = 0; i < RELOADS; i++) {
        server.reload(i % 2 == 0 ? second : first);
      }
      isOver.set(true);
      for (CompletableFuture<Integer> client : clients) {
        assertThat(client.get()).isPositive();
      }
    }
  }

  @Test
  void deliversAsTheNewConfigurationSaysAlsoWhatWaitedForAChannelThatIsGone() throws Exception {
    add("tcp_gone", "branch.example");
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_gone"))).isEqualTo(1);
    try (var before = new ScriptedExchanger(Map.of());
        var after = new ScriptedExchanger(Map.of());
        EtrnServer server =
            EtrnServer.start(
                BuiltInConfig.config(anyPort(), before.address()), queue, ServerObserver.NONE)) {
      server.reload(BuiltInConfig.config(anyPort(), after.address()));
      assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_gone"))).isZero();
      var client = new EtrnClient(server.address(), "c.test", BOUND);
      assertThat(client.ask(List.of("@branch.example")).get(0).text()).startsWith("253 ");
      await("the message is delivered").until(() -> after.lines().contains("DATA"));
      assertThat(before.connections()).isZero();
    }
  }

  @Test
  void keepsTheOldConfigurationWhenTheNewCertificateCannotBeUsed() throws Exception {
    ServerConfig good = read("branch.example", "3");
    try (EtrnServer server = EtrnServer.start(good)) {
      ServerConfig bad = read("sibling.example", "3").withSecurity(unusable());
      assertThatThrownBy(() -> server.reload(bad))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not usable");
      try (var talk = new Talk(server)) {
        assertThat(talk.ask("ETRN branch.example")).startsWith("251 ");
        assertThat(talk.ask("ETRN sibling.example")).startsWith("459 ");
      }
    }
  }

  /**
   * Returns the number of sessions, each of which follows exactly one of the two configurations.
   */
  private static int consistentSessions(EtrnServer server, AtomicBoolean isOver) {
    int sessions = 0;
    while (!isOver.get() || sessions == 0) {
      try (var talk = new Talk(server)) {
        boolean isFirst = talk.ask("ETRN branch.example").startsWith("251 ");
        String allowed = isFirst ? "branch.example" : "sibling.example";
        int limit = isFirst ? 3 : 5;
        for (int accepted = isFirst ? 1 : 0; accepted < limit; accepted++) {
          assertThat(talk.ask("ETRN " + allowed)).startsWith("251 ");
        }
        assertThat(talk.ask("ETRN " + allowed)).startsWith("458 ");
        sessions++;
      } catch (IOException e) {
        throw new AssertionError("a session broke", e);
      }
    }
    return sessions;
  }

  private ServerConfig read(String allowed, String limit) throws Exception {
    Files.writeString(
        directory.resolve("pmdf.cnf"),
        """
        branch.example $U%$H@tcp-branch
        sibling.example $U%$H@tcp-branch

        l
        hub.example

        tcp_local smtp silentetrn
        TCP-DAEMON

        tcp_branch smtp periodic
        tcp-branch
        """);
    Files.writeString(
        directory.resolve("tcp_local_option"), "ALLOW_ETRNS_PER_SESSION=" + limit + "\n");
    Files.writeString(directory.resolve("etrn_access"), "127.0.0.0/8 " + allowed + "\n");
    return ConfigDirectory.read(directory, anyPort()).config();
  }

  private Security unusable() throws IOException {
    Path none = Files.writeString(directory.resolve("none.pem"), "this is not a certificate\n");
    return new Security(
        Security.Demand.MAY,
        Security.Demand.NO,
        Optional.of(new Security.Certificate(none, none)),
        Users.NOBODY);
  }

  private void add(String channel, String node) {
    var destination = new IncomingMessage.Destination(channel, node, List.of("inbox@" + node));
    queue
        .enqueue(new IncomingMessage("", List.of(destination), new byte[] {'x', '\r', '\n'}))
        .join();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** A session after HELO. */
  private static final class Talk implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Talk(EtrnServer server) throws IOException {
      socket = new Socket(server.address().getAddress(), server.address().getPort());
      socket.setSoTimeout((int) BOUND.toMillis());
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(in.readLine()).startsWith("220 ");
      assertThat(ask("HELO c.test")).startsWith("250 ");
    }

    String ask(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(in.readLine());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
