package dev.etrn.server.queue.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueFullException;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.StoreUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** The store at its size limit, which SQLite reports like a full disk. */
@Tag("slow")
class FullDiskTest {

  private static final String NODE = "a.test";
  private static final int PAGES = 60;

  @TempDir private Path directory = Path.of("");

  @Test
  void refusesWhatHasNoRoomAndKeepsWhatItAcknowledged() throws Exception {
    List<String> acknowledged;
    try (SqliteQueue queue = open()) {
      acknowledged = fill(queue);
      assertThat(acknowledged).hasSizeBetween(10, 70);
      assertThat(queue.waiting(new QueueSelection.Node(NODE))).isEqualTo(acknowledged.size());
    }
    try (SqliteQueue queue = open()) {
      assertThat(queue.claim(NODE, 1000))
          .extracting(FullDiskTest::name)
          .containsExactlyElementsOf(acknowledged);
    }
  }

  @Test
  void takesMailAgainWhenSomeWasDelivered() throws Exception {
    try (SqliteQueue queue = open()) {
      for (int round = 0; round < 3; round++) {
        assertThat(fill(queue)).hasSizeGreaterThan(8);
        queue.claim(NODE, 1000).forEach(queue::settle);
        assertThat(queue.overview(1)).isEmpty();
      }
    }
  }

  @Test
  void answers452AndTakesMailAgainAfterAnEtrn() throws Exception {
    try (var exchanger = new ScriptedExchanger(Map.of());
        SqliteQueue queue = open();
        var server =
            EtrnServer.start(
                BuiltInConfig.config(anyPort(), exchanger.address()), queue, ServerObserver.NONE);
        var client = new Socket(server.address().getAddress(), server.address().getPort())) {
      client.setSoTimeout(20_000);
      var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
      assertThat(in.readLine()).startsWith("220 ");
      assertThat(command(client, in, "HELO c.test")).startsWith("250 ");
      int accepted = 0;
      String reply = mail(client, in);
      while (reply.startsWith("250 ") && accepted < 1000) {
        accepted++;
        reply = mail(client, in);
      }
      assertThat(reply).startsWith("452 ");
      assertThat(command(client, in, "ETRN branch.example")).startsWith("253 ");
      await("the queue is empty")
          .atMost(Duration.ofSeconds(20))
          .until(() -> queue.overview(1).isEmpty());
      assertThat(exchanger.lines()).filteredOn("."::equals).hasSize(accepted);
      assertThat(mail(client, in)).startsWith("250 ");
    }
  }

  private static String mail(Socket client, BufferedReader in) throws IOException {
    assertThat(command(client, in, "MAIL FROM:<s@c.test>")).startsWith("250 ");
    assertThat(command(client, in, "RCPT TO:<r@branch.example>")).startsWith("250 ");
    assertThat(command(client, in, "DATA")).startsWith("354 ");
    return command(
        client, in, "x".repeat(70) + "\r\n" + ("y".repeat(70) + "\r\n").repeat(60) + ".");
  }

  private static String command(Socket client, BufferedReader in, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    return in.readLine();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void refusesOnlyThoseOfAGroupThatDoNotFit() throws Exception {
    try (SqliteQueue queue = open()) {
      List<CompletableFuture<Void>> group =
          IntStream.range(0, 200).mapToObj(i -> queue.enqueue(message("m" + i))).toList();
      long accepted = group.stream().filter(FullDiskTest::isTaken).count();
      assertThat(accepted).isBetween(10L, 70L);
      assertThat(queue.waiting(new QueueSelection.Node(NODE))).isEqualTo(accepted);
    }
  }

  @Test
  void countsNoOctetsOfWhatItRefused() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(directory, 20_000, Clock.systemUTC(), settings())) {
      for (int i = 0; i < 4; i++) {
        queue.enqueue(message("m" + i)).join();
      }
      assertThatThrownBy(() -> queue.enqueue(message("more")).join())
          .hasCauseInstanceOf(QueueFullException.class);
      queue.claim(NODE, 1).forEach(queue::settle);
      queue.enqueue(message("again")).join();
      assertThat(queue.overview(1).get(0).octets()).isEqualTo(4 * 4500);
    }
  }

  @Test
  void writesLaterWhatCouldNotBeWrittenAtOnce() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(directory, 1_000_000)) {
      for (String name : List.of("settled", "partly", "failed")) {
        queue.enqueue(message(name)).join();
      }
      List<QueuedMessage> claimed = queue.claim(NODE, 3);
      try (var refusal = new RefusedChanges(directory)) {
        queue.settle(claimed.get(0));
        queue.release(claimed.get(1), List.of("rest@a.test"));
        queue.fail(claimed.get(2), "550 no");
        assertThat(queue.claim(NODE, 3))
            .extracting(QueuedMessage::recipients)
            .containsExactly(List.of("rest@a.test"));
        assertThat(refusal.entries()).isEqualTo(3);
      }
      await("the removal is written")
          .atMost(Duration.ofSeconds(20))
          .until(() -> RefusedChanges.entriesIn(directory) == 2);
    }
    try (SqliteQueue queue = SqliteQueue.open(directory, 1_000_000)) {
      assertThat(queue.claim(NODE, 3))
          .extracting(QueuedMessage::recipients)
          .containsExactly(List.of("rest@a.test"));
    }
  }

  private SqliteQueue open() throws StoreUnavailableException {
    return SqliteQueue.open(directory, 1_000_000, Clock.systemUTC(), settings());
  }

  private static SQLiteConfig settings() {
    var settings = new SQLiteConfig();
    settings.setMaxPageCount(PAGES);
    return settings;
  }

  /** Fills the queue, and returns the names of the acknowledged messages. */
  private static List<String> fill(SqliteQueue queue) {
    var acknowledged = new ArrayList<String>();
    boolean isFull = false;
    for (int i = 0; !isFull && i < 1000; i++) {
      try {
        queue.enqueue(message("m" + i)).join();
        acknowledged.add("m" + i);
      } catch (CompletionException e) {
        isFull = QueueFullException.isBehind(e);
      }
    }
    assertThat(isFull).isTrue();
    return acknowledged;
  }

  private static boolean isTaken(CompletableFuture<Void> enqueued) {
    return enqueued.handle((done, failure) -> failure == null).join();
  }

  private static IncomingMessage message(String name) {
    byte[] content = (name + " ".repeat(4500)).substring(0, 4500).getBytes(US_ASCII);
    var destination =
        new IncomingMessage.Destination("tcp_a", NODE, List.of("r@a.test", "rest@a.test"));
    return new IncomingMessage("s@c.test", List.of(destination), content);
  }

  private static String name(QueuedMessage message) {
    return new String(message.content(), US_ASCII).strip();
  }
}
