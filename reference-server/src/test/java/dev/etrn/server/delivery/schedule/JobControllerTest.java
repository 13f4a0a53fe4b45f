package dev.etrn.server.delivery.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.SteppingClock;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.delivery.routing.MailExchangers;
import dev.etrn.server.delivery.routing.RoutingResult;
import dev.etrn.server.delivery.run.QueueRun;
import dev.etrn.server.delivery.run.QueueRunResult;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class JobControllerTest {

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(300), Duration.ofSeconds(1));
  private static final QueueSelection CHANNEL = new QueueSelection.WholeChannel("tcp_branch");
  private static final QueueSelection NODE = new QueueSelection.Node("branch.example");
  private final InMemoryQueue queue = new InMemoryQueue(100_000);
  private final SteppingClock clock = new SteppingClock(Instant.EPOCH);
  private boolean held = true;
  private int mostJobs = 100;

  @Test
  void runsOneJobForANodeAndSeesMailThatCameDuringIt() throws Exception {
    add("branch.example");
    var lookups = new AtomicInteger();
    var release = new CountDownLatch(1);
    try (var exchanger = new ScriptedExchanger(Map.of());
        var jobs =
            jobs(
                node -> {
                  lookups.incrementAndGet();
                  awaited(release);
                  return RoutingResult.at(exchanger.address());
                })) {
      assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.STARTED);
      await("the run began").until(() -> lookups.get() == 1);
      add("branch.example");
      for (int i = 0; i < 100; i++) {
        assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.COALESCED);
      }
      release.countDown();
      await("all is delivered").until(() -> queue.waiting(NODE) == 0);
      await("the requests during the run make no connection with nothing to send")
          .during(Duration.ofMillis(200))
          .until(() -> exchanger.connections() == 1 && lookups.get() == 1);
    }
  }

  @Test
  void leavesADeadNodeAloneHoweverOftenItIsAskedFor() throws Exception {
    add("branch.example");
    var lookups = new AtomicInteger();
    var dead = new InetSocketAddress(InetAddress.getLoopbackAddress(), closedPort());
    try (var jobs =
        jobs(
            node -> {
              lookups.incrementAndGet();
              return RoutingResult.at(dead);
            })) {
      long start = System.nanoTime();
      await("the second attempt")
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                jobs.request(NODE);
                return lookups.get() == 2;
              });
      assertThat(System.nanoTime() - start).isGreaterThan(BACKOFF.first().toNanos());
      assertThat(queue.waiting(NODE)).isEqualTo(1);
    }
  }

  @Test
  void triesAgainByItselfWhereMailIsNotHeld() throws Exception {
    held = false;
    add("branch.example");
    var lookups = new AtomicInteger();
    try (var exchanger = new ScriptedExchanger(Map.of());
        var jobs =
            jobs(
                node ->
                    lookups.incrementAndGet() == 1
                        ? new RoutingResult.NotKnownNow("nobody knows")
                        : RoutingResult.at(exchanger.address()))) {
      assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.STARTED);
      await("the second attempt delivers").until(() -> queue.waiting(NODE) == 0);
      assertThat(lookups).hasValue(2);
    }
  }

  @Test
  void answersFullAndClosing() throws Exception {
    add("a.test");
    add("b.test");
    var release = new CountDownLatch(1);
    JobController jobs =
        new JobController(
            queue,
            run(
                node -> {
                  awaited(release);
                  return new RoutingResult.NotKnownNow("nobody knows");
                }),
            BACKOFF,
            node -> true,
            Clock.systemUTC(),
            1,
            1);
    try (jobs) {
      assertThat(jobs.request(new QueueSelection.Node("a.test")))
          .isEqualTo(QueueRunner.Answer.STARTED);
      assertThat(jobs.request(new QueueSelection.Node("b.test")))
          .isEqualTo(QueueRunner.Answer.FULL);
      release.countDown();
    }
    assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.CLOSING);
  }

  @Test
  void bringsAllNodesThatFindTheTableFullTheirTurn() throws Exception {
    held = false;
    mostJobs = 3;
    for (int i = 0; i < 20; i++) {
      add("n" + i + ".test");
    }
    try (var exchanger = new ScriptedExchanger(Map.of());
        var jobs = jobs(node -> RoutingResult.at(exchanger.address()))) {
      assertThat(jobs.request(CHANNEL)).isEqualTo(QueueRunner.Answer.FULL);
      await("all is delivered after one request").until(() -> queue.waiting(CHANNEL) == 0);
    }
  }

  @Test
  void letsDeadNodesNotKeepTheTableForThemselves() throws Exception {
    held = false;
    mostJobs = 3;
    for (int i = 0; i < 10; i++) {
      add("dead" + i + ".test");
    }
    try (var exchanger = new ScriptedExchanger(Map.of());
        var jobs =
            jobs(
                node ->
                    node.startsWith("dead")
                        ? new RoutingResult.NotKnownNow("nobody knows")
                        : RoutingResult.at(exchanger.address()))) {
      assertThat(jobs.request(CHANNEL)).isEqualTo(QueueRunner.Answer.FULL);
      add("live.test");
      assertThat(jobs.request(new QueueSelection.Node("live.test")))
          .isEqualTo(QueueRunner.Answer.FULL);
      await("the live node's turn")
          .until(() -> queue.waiting(new QueueSelection.Node("live.test")) == 0);
      assertThat(queue.waiting(CHANNEL)).isEqualTo(10);
    }
  }

  @Test
  void tellsHowANodeStands() throws Exception {
    add("branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of("GREETING", "554 not \u0007 today"));
        var jobs = jobs(node -> RoutingResult.at(exchanger.address()))) {
      assertThat(jobs.states()).isEmpty();
      assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.STARTED);
      await("the run ended").until(() -> state(jobs).lastRun().isPresent());
      assertThat(state(jobs).lastRun()).contains(Instant.EPOCH);
      assertThat(state(jobs).reached()).isFalse();
      assertThat(state(jobs).lastError()).contains("554 not ? today");
    }
  }

  @Test
  void keepsItsBackOffWhateverTheWallClockSays() throws Exception {
    add("branch.example");
    var lookups = new AtomicInteger();
    try (var jobs =
        new JobController(
            queue,
            run(
                node -> {
                  lookups.incrementAndGet();
                  return new RoutingResult.NotKnownNow("nobody knows");
                }),
            new Backoff(Duration.ofHours(1), Duration.ofHours(1)),
            node -> held,
            clock,
            4,
            mostJobs)) {
      assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.STARTED);
      await("the back-off").until(() -> state(jobs).nextAttempt().isPresent());
      for (int days : List.of(31, -31)) {
        clock.step(Duration.ofDays(days));
        Instant set = clock.instant();
        assertThat(jobs.request(NODE)).isEqualTo(QueueRunner.Answer.COALESCED);
        assertThat(state(jobs).nextAttempt().orElseThrow())
            .isBetween(set.plus(Duration.ofMinutes(50)), set.plus(Duration.ofHours(1)));
        assertThat(state(jobs).running()).isFalse();
        assertThat(lookups).hasValue(1);
      }
    }
  }

  @Test
  void remembersABoundedNumberOfNodes() {
    var history = new NodeHistory(2);
    for (String node : List.of("a.test", "b.test", "a.test", "c.test")) {
      assertThat(history.ended(node, Instant.EPOCH, new QueueRunResult(false, "no"), true))
          .isPositive();
    }
    assertThat(history.nodes()).containsExactly("a.test", "c.test");
    assertThat(history.ended("a.test", Instant.EPOCH, new QueueRunResult(false, ""), true))
        .isEqualTo(3);
    assertThat(history.ended("a.test", Instant.EPOCH, new QueueRunResult(true, ""), false))
        .isZero();
  }

  @Test
  void doublesTheBackOffUpToItsBound() {
    assertThat(BACKOFF.after(1)).isEqualTo(Duration.ofMillis(300));
    assertThat(BACKOFF.after(2)).isEqualTo(Duration.ofMillis(600));
    assertThat(BACKOFF.after(1000)).isEqualTo(Duration.ofSeconds(1));
  }

  private static NodeState state(JobController jobs) {
    return jobs.states()
        .getOrDefault(
            "branch.example", new NodeState(Optional.empty(), false, "", Optional.empty(), false));
  }

  private JobController jobs(MailExchangers exchangers) {
    return new JobController(queue, run(exchangers), BACKOFF, node -> held, clock, 4, mostJobs);
  }

  private QueueRun run(MailExchangers exchangers) {
    return new QueueRun(
        queue,
        exchangers,
        (message, refused, reason) -> true,
        ServerObserver.NONE,
        () -> "hub.example",
        4);
  }

  private void add(String node) {
    var destination = new IncomingMessage.Destination("tcp_branch", node, List.of("a@" + node));
    queue
        .enqueue(new IncomingMessage("", List.of(destination), new byte[] {'x', '\r', '\n'}))
        .join();
  }

  private static int closedPort() throws java.io.IOException {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
