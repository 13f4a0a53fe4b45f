package dev.etrn.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.config.Outgoing;
import dev.etrn.server.observe.Observer;
import dev.etrn.server.queue.InMemoryQueue;
import dev.etrn.server.queue.Selection;
import dev.etrn.server.queue.Submission;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobControllerTest {

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(300), Duration.ofSeconds(1));
  private static final Selection NODE = new Selection.Node("branch.example");
  private final InMemoryQueue queue = new InMemoryQueue(100_000);
  private boolean held = true;

  @Test
  void runsOneJobForANodeAndSeesMailThatCameDuringIt() throws Exception {
    add("branch.example");
    var lookups = new AtomicInteger();
    var goOn = new CountDownLatch(1);
    try (var exchanger = new Exchanger(Map.of());
        var jobs =
            jobs(
                node -> {
                  lookups.incrementAndGet();
                  awaited(goOn);
                  return Destination.at(exchanger.address());
                })) {
      assertThat(jobs.request(NODE)).isEqualTo(QueueRuns.Answer.STARTED);
      await("the run began").until(() -> lookups.get() == 1);
      add("branch.example");
      for (int i = 0; i < 100; i++) {
        assertThat(jobs.request(NODE)).isEqualTo(QueueRuns.Answer.COALESCED);
      }
      goOn.countDown();
      await("all is delivered").until(() -> queue.waiting(NODE) == 0);
      assertThat(lookups.get()).isBetween(1, 2);
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
              return Destination.at(dead);
            })) {
      long from = System.nanoTime();
      await("the second attempt")
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                jobs.request(NODE);
                return lookups.get() == 2;
              });
      assertThat(System.nanoTime() - from).isGreaterThan(BACKOFF.first().toNanos());
      assertThat(queue.waiting(NODE)).isEqualTo(1);
    }
  }

  @Test
  void triesAgainByItselfWhereMailIsNotHeld() throws Exception {
    held = false;
    add("branch.example");
    var lookups = new AtomicInteger();
    try (var exchanger = new Exchanger(Map.of());
        var jobs =
            jobs(
                node ->
                    lookups.incrementAndGet() == 1
                        ? new Destination(List.of(), Outgoing.STANDARD)
                        : Destination.at(exchanger.address()))) {
      assertThat(jobs.request(NODE)).isEqualTo(QueueRuns.Answer.STARTED);
      await("the second attempt delivers").until(() -> queue.waiting(NODE) == 0);
      assertThat(lookups).hasValue(2);
    }
  }

  @Test
  void answersFullAndClosing() throws Exception {
    add("a.test");
    add("b.test");
    var goOn = new CountDownLatch(1);
    JobController jobs =
        new JobController(
            queue,
            run(
                node -> {
                  awaited(goOn);
                  return new Destination(List.of(), Outgoing.STANDARD);
                }),
            BACKOFF,
            node -> true,
            1,
            1);
    try (jobs) {
      assertThat(jobs.request(new Selection.Node("a.test"))).isEqualTo(QueueRuns.Answer.STARTED);
      assertThat(jobs.request(new Selection.Node("b.test"))).isEqualTo(QueueRuns.Answer.FULL);
      goOn.countDown();
    }
    assertThat(jobs.request(NODE)).isEqualTo(QueueRuns.Answer.CLOSING);
  }

  @Test
  void doublesTheBackOffUpToItsBound() {
    assertThat(BACKOFF.after(1)).isEqualTo(Duration.ofMillis(300));
    assertThat(BACKOFF.after(2)).isEqualTo(Duration.ofMillis(600));
    assertThat(BACKOFF.after(1000)).isEqualTo(Duration.ofSeconds(1));
  }

  private JobController jobs(MailExchangers exchangers) {
    return new JobController(queue, run(exchangers), BACKOFF, node -> held, 4, 100);
  }

  private QueueRun run(MailExchangers exchangers) {
    return new QueueRun(
        queue, exchangers, (message, refused, why) -> true, Observer.NONE, "hub.example");
  }

  private void add(String node) {
    var to = new Submission.Destination("tcp_branch", node, List.of("a@" + node));
    queue.enqueue(new Submission("", List.of(to), new byte[] {'x', '\r', '\n'})).join();
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
