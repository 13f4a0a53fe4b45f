package dev.etrn.server.delivery.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.SteppingClock;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

  private final SteppingClock wall = new SteppingClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final AtomicLong nanos = new AtomicLong();
  private final InMemoryQueue queue = new InMemoryQueue(1_000_000, wall);
  private final List<String> returned = new ArrayList<>();
  private boolean isReported = true;
  private Expiry expiry = started();

  @AfterEach
  void close() {
    expiry.close();
  }

  @Test
  void returnsWhatIsTooOldAndKeepsTheOrderOfTheRest() {
    for (int day = 0; day < 4; day++) {
      add("slow.test", "day " + day);
      add("other.test", "day " + day);
      pass(Duration.ofDays(1));
    }
    // The first is four days old, and the channel keeps mail for three.
    expiry.sweep();
    assertThat(returned)
        .containsExactlyInAnyOrder(
            "slow.test: day 0, 5.4.7 not delivered within 3 days",
            "slow.test: day 1, 5.4.7 not delivered within 3 days",
            "other.test: day 0, 5.4.7 not delivered within 3 days",
            "other.test: day 1, 5.4.7 not delivered within 3 days");
    assertThat(queue.claim("slow.test", 9))
        .extracting(ExpiryTest::text)
        .containsExactly("day 2", "day 3");
  }

  @Test
  void returnsMoreThanABatch() {
    for (int i = 0; i < 250; i++) {
      add("slow.test", "old");
    }
    pass(Duration.ofDays(4));
    add("slow.test", "new");
    expiry.sweep();
    assertThat(returned).hasSize(250);
    assertThat(queue.waiting(new QueueSelection.Node("slow.test"))).isEqualTo(1);
  }

  @Test
  void keepsForTheOperatorWhatNobodyCanBeToldOf() {
    isReported = false;
    add("slow.test", "old");
    pass(Duration.ofDays(4));
    expiry.sweep();
    assertThat(queue.waiting(new QueueSelection.Node("slow.test"))).isZero();
  }

  @Test
  void returnsNothingBecauseTheClockWasSetForward() {
    pass(Duration.ofDays(1));
    add("slow.test", "fresh");
    wall.step(Duration.ofDays(31));
    add("slow.test", "later");
    expiry.sweep();
    wall.step(Duration.ofDays(-31));
    expiry.sweep();
    assertThat(returned).isEmpty();
    pass(Duration.ofDays(4));
    expiry.sweep();
    assertThat(returned).containsExactly("slow.test: fresh, 5.4.7 not delivered within 3 days");
  }

  @Test
  void returnsNothingThatCameWhileTheClockWasBehind() {
    pass(Duration.ofDays(1));
    wall.step(Duration.ofDays(-31));
    add("slow.test", "fresh");
    expiry.sweep();
    wall.step(Duration.ofDays(31));
    pass(Duration.ofDays(1));
    expiry.sweep();
    assertThat(returned).isEmpty();
  }

  @Test
  void returnsNothingInTheHourAfterAStart() {
    add("slow.test", "old");
    pass(Duration.ofDays(4));
    expiry.close();
    expiry = started();
    pass(Duration.ofMinutes(59));
    expiry.sweep();
    assertThat(returned).isEmpty();
    pass(Duration.ofMinutes(1));
    expiry.sweep();
    assertThat(returned).hasSize(1);
  }

  private Expiry started() {
    NonDeliveryNotifier reports =
        (message, refused, reason) -> {
          returned.add(message.node() + ": " + text(message) + ", " + reason);
          return isReported;
        };
    return new Expiry(queue, channel -> Duration.ofDays(3), reports, wall, nanos::get);
  }

  private void pass(Duration time) {
    wall.step(time);
    nanos.addAndGet(time.toNanos());
  }

  private void add(String node, String content) {
    var destination = new IncomingMessage.Destination("tcp_branch", node, List.of("a@" + node));
    queue
        .enqueue(
            new IncomingMessage(
                "s@c.test", List.of(destination), content.getBytes(StandardCharsets.US_ASCII)))
        .join();
  }

  private static String text(QueuedMessage message) {
    return new String(message.content(), StandardCharsets.US_ASCII);
  }
}
