package dev.etrn.server.queue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.server.SteppingClock;
import dev.etrn.server.queue.FailedMessage;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.NodeQueue;
import dev.etrn.server.queue.QueueFullException;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueueTotals;
import dev.etrn.server.queue.QueuedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every message store. */
abstract class MessageStoreContract {

  private static final Set<String> CHANNELS = Set.of("tcp_a", "tcp_b");
  private static final Instant START = Instant.parse("2026-02-03T04:05:06.789Z");

  private final SteppingClock clock = new SteppingClock(START);
  private MessageStore queue = new InMemoryQueue(0);

  abstract MessageStore open(long mostOctets, Clock clock) throws Exception;

  @BeforeEach
  void begin() throws Exception {
    queue = open(100, clock);
  }

  @AfterEach
  void end() {
    queue.close();
  }

  @Test
  void countsByNodeSubtreeAndChannel() {
    add("tcp_a", "branch.example");
    add("tcp_a", "a.branch.example");
    add("tcp_a", "b.c.branch.example");
    add("tcp_b", "xbranch.example");
    add("tcp_b", "branch.example.org");
    assertThat(queue.waiting(new QueueSelection.Node("branch.example"))).isEqualTo(1);
    assertThat(queue.waiting(new QueueSelection.Subtree("branch.example", CHANNELS))).isEqualTo(3);
    assertThat(queue.waiting(new QueueSelection.Subtree("branch.example", Set.of("tcp_b"))))
        .isZero();
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_b"))).isEqualTo(2);
    assertThat(queue.totals()).isEqualTo(new QueueTotals(5, 5, 50, Optional.of(START), 0));
    assertThat(queue.nodes(new QueueSelection.Subtree("branch.example", CHANNELS)))
        .containsExactlyInAnyOrder("branch.example", "a.branch.example", "b.c.branch.example");
  }

  @Test
  void givesAClaimedEntryToNobodyElse() {
    add("tcp_a", "a.test");
    assertThat(queue.claim("a.test", 10)).hasSize(1);
    assertThat(queue.claim("a.test", 10)).isEmpty();
    assertThat(queue.waiting(new QueueSelection.Node("a.test"))).isEqualTo(1);
    assertThat(queue.nodes(new QueueSelection.Node("a.test"))).isEmpty();
  }

  @Test
  void claimsTheOldestFirstAndAReleasedOneBeforeYoungerOnes() {
    add("tcp_a", "a.test");
    add("tcp_a", "a.test");
    QueuedMessage first = queue.claim("a.test", 1).get(0);
    queue.release(first, List.of("rest@a.test"));
    List<QueuedMessage> claimed = queue.claim("a.test", 10);
    assertThat(claimed).extracting(QueuedMessage::id).containsExactly(1L, 2L);
    assertThat(claimed.get(0).recipients()).containsExactly("rest@a.test");
  }

  @Test
  void tellsPerNodeHowMuchWaitsAndSinceWhen() {
    add("tcp_a", "a.test");
    clock.step(Duration.ofHours(1));
    add("tcp_a", "a.test");
    add("tcp_b", "b.test");
    QueuedMessage first = queue.claim("a.test", 1).get(0);
    assertThat(first.arrived()).isEqualTo(START);
    assertThat(queue.overview(10))
        .containsExactly(
            new NodeQueue("a.test", "tcp_a", 2, 20, START),
            new NodeQueue("b.test", "tcp_b", 1, 10, clock.instant()));
    queue.settle(first);
    assertThat(queue.overview(1))
        .containsExactly(new NodeQueue("a.test", "tcp_a", 1, 10, clock.instant()));
  }

  @Test
  void movesWhatWaitsToTheChannelThatItsNodeIsRoutedTo() {
    add("tcp_gone", "a.test");
    add("tcp_a", "b.test");
    QueuedMessage claimed = queue.claim("a.test", 1).get(0);
    queue.route(node -> node.equals("a.test") ? Optional.of("tcp_b") : Optional.empty());
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_gone"))).isZero();
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_a"))).isEqualTo(1);
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_b"))).isEqualTo(1);
    queue.settle(claimed);
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_b"))).isZero();
    add("tcp_gone", "a.test");
    assertThat(queue.nodes(new QueueSelection.Subtree("a.test", CHANNELS)))
        .containsExactly("a.test");
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_gone"))).isZero();
  }

  @Test
  void keepsWhatFailedForAnOperator() {
    add("tcp_a", "a.test");
    add("tcp_a", "a.test");
    List<QueuedMessage> claimed = queue.claim("a.test", 2);
    queue.fail(claimed.get(0).withRecipients(List.of("r@a.test")), "550 no");
    queue.settle(claimed.get(1));
    assertThat(queue.totals()).isEqualTo(new QueueTotals(0, 0, 0, Optional.empty(), 1));
    assertThat(queue.failed(10))
        .containsExactly(new FailedMessage(1, START, "a.test", "", List.of("r@a.test"), "550 no"));
    assertThat(queue.failed(0)).isEmpty();
  }

  @Test
  void keepsTheOrderOfArrivalWhenTheClockJumpsBack() {
    add("tcp_a", "a.test");
    clock.step(Duration.ofDays(-400));
    add("tcp_a", "a.test");
    assertThat(queue.overview(1).get(0).oldest()).isEqualTo(START);
    List<QueuedMessage> claimed = queue.claim("a.test", 10);
    assertThat(claimed).extracting(QueuedMessage::id).containsExactly(1L, 2L);
    claimed.forEach(message -> queue.release(message, message.recipients()));
    assertThat(queue.claim("a.test", 10)).extracting(QueuedMessage::id).containsExactly(1L, 2L);
  }

  @Test
  void forgetsASettledEntryAndItsRoom() {
    for (int i = 0; i < 30; i++) {
      add("tcp_a", "a.test");
      queue.settle(queue.claim("a.test", 1).get(0));
    }
    assertThat(queue.waiting(new QueueSelection.Node("a.test"))).isZero();
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_a"))).isZero();
  }

  @Test
  void keepsNothingWhenFull() {
    for (int i = 0; i < 10; i++) {
      add("tcp_a", "a.test");
    }
    assertThatThrownBy(() -> add("tcp_a", "b.test")).hasCauseInstanceOf(QueueFullException.class);
    assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_a"))).isEqualTo(10);
  }

  private void add(String channel, String node) {
    var destination = new IncomingMessage.Destination(channel, node, List.of("inbox@" + node));
    queue.enqueue(new IncomingMessage("", List.of(destination), new byte[10])).join();
  }
}
