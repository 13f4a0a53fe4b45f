package dev.etrn.server.delivery.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.delivery.routing.RoutingResult;
import dev.etrn.server.delivery.run.QueueRun;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.SqliteQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a server during a delivery. */
class ClosingTest {

  private static final QueueSelection NODE = new QueueSelection.Node("branch.example");
  private static final List<String> ALL =
      IntStream.range(0, 20).mapToObj(i -> "message " + i + "\n").toList();

  @TempDir private Path directory = Path.of("");

  @Test
  void finishesTheMessageUnderWayAndKeepsTheOthers() throws Exception {
    var arrived = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    ScriptedExchanger.Script slow =
        line -> {
          if (line.equals(".")) {
            arrived.countDown();
            awaited(answer);
          }
          return Optional.empty();
        };
    try (MessageStore store = filled();
        var exchanger = new ScriptedExchanger(slow)) {
      JobController jobs = jobs(store, exchanger);
      assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.STARTED);
      awaited(arrived);
      var closing = new Thread(() -> jobs.close(Duration.ofSeconds(30)));
      closing.start();
      await("closing began").until(() -> jobs.request(NODE) == QueueRunner.Answer.CLOSING);
      assertThat(closing.isAlive()).isTrue();
      answer.countDown();
      closing.join(10_000);
      assertThat(closing.isAlive()).isFalse();
      assertThat(exchanger.messages()).containsExactly(ALL.get(0));
      assertThat(exchanger.lines()).endsWith("QUIT");
    }
    assertThat(rest()).isEqualTo(ALL.subList(1, ALL.size()));
  }

  @Test
  void cutsAPeerThatTakesTooLongAndKeepsItsMessage() throws Exception {
    try (MessageStore store = filled();
        var exchanger = new ScriptedExchanger(Map.of("MAIL", ScriptedExchanger.SILENCE))) {
      JobController jobs = jobs(store, exchanger);
      assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.STARTED);
      await("MAIL")
          .until(() -> exchanger.lines().stream().anyMatch(line -> line.startsWith("MAIL")));
      long start = System.nanoTime();
      jobs.close(Duration.ofMillis(100));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      assertThat(store.nodes(NODE)).isNotEmpty();
    }
    assertThat(rest()).isEqualTo(ALL);
  }

  /** Returns the messages that are delivered after a restart. */
  private List<String> rest() throws Exception {
    try (MessageStore store = SqliteQueue.open(directory, 1_000_000);
        var exchanger = new ScriptedExchanger(Map.of());
        var jobs = jobs(store, exchanger)) {
      assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.STARTED);
      await("all is delivered").until(() -> store.waiting(NODE) == 0);
      return List.copyOf(exchanger.messages());
    }
  }

  private MessageStore filled() throws Exception {
    MessageStore store = SqliteQueue.open(directory, 1_000_000);
    for (String content : ALL) {
      byte[] octets = content.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
      var destination =
          new IncomingMessage.Destination("tcp_branch", "branch.example", List.of("a@b.test"));
      store.enqueue(new IncomingMessage("", List.of(destination), octets)).join();
    }
    return store;
  }

  private static JobController jobs(MessageStore store, ScriptedExchanger exchanger) {
    var destination = RoutingResult.at(exchanger.address());
    var run =
        new QueueRun(
            store,
            node -> destination,
            (message, refused, reason) -> true,
            ServerObserver.NONE,
            () -> "hub.example",
            4);
    return new JobController(store, run, Backoff.STANDARD, node -> true, Clock.systemUTC(), 4, 100);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
