package dev.etrn.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every queue keeps. */
abstract class MessageStoreContract {

  private static final Set<String> CHANNELS = Set.of("tcp_a", "tcp_b");
  private MessageStore queue = new InMemoryQueue(0);

  abstract MessageStore open(long mostOctets) throws Exception;

  @BeforeEach
  void begin() throws Exception {
    queue = open(100);
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
    assertThat(queue.waiting(new Selection.Node("branch.example"))).isEqualTo(1);
    assertThat(queue.waiting(new Selection.Subtree("branch.example", CHANNELS))).isEqualTo(3);
    assertThat(queue.waiting(new Selection.Subtree("branch.example", Set.of("tcp_b")))).isZero();
    assertThat(queue.waiting(new Selection.WholeChannel("tcp_b"))).isEqualTo(2);
    assertThat(queue.counts()).hasSize(5).containsEntry("b.c.branch.example", 1);
    assertThat(queue.nodes(new Selection.Subtree("branch.example", CHANNELS)))
        .containsExactlyInAnyOrder("branch.example", "a.branch.example", "b.c.branch.example");
  }

  @Test
  void givesAClaimedEntryToNobodyElse() {
    add("tcp_a", "a.test");
    assertThat(queue.claim("a.test", 10)).hasSize(1);
    assertThat(queue.claim("a.test", 10)).isEmpty();
    assertThat(queue.waiting(new Selection.Node("a.test"))).isEqualTo(1);
    assertThat(queue.nodes(new Selection.Node("a.test"))).isEmpty();
  }

  @Test
  void claimsTheOldestFirstAndAReleasedOneBeforeYoungerOnes() {
    add("tcp_a", "a.test");
    add("tcp_a", "a.test");
    QueuedMessage first = queue.claim("a.test", 1).get(0);
    queue.release(first, List.of("rest@a.test"));
    List<QueuedMessage> all = queue.claim("a.test", 10);
    assertThat(all).extracting(QueuedMessage::id).containsExactly(1L, 2L);
    assertThat(all.get(0).recipients()).containsExactly("rest@a.test");
  }

  @Test
  void forgetsASettledEntryAndItsRoom() {
    for (int i = 0; i < 30; i++) {
      add("tcp_a", "a.test");
      queue.settle(queue.claim("a.test", 1).get(0));
    }
    assertThat(queue.waiting(new Selection.Node("a.test"))).isZero();
    assertThat(queue.waiting(new Selection.WholeChannel("tcp_a"))).isZero();
  }

  @Test
  void keepsNothingWhenFull() {
    for (int i = 0; i < 10; i++) {
      add("tcp_a", "a.test");
    }
    assertThatThrownBy(() -> add("tcp_a", "b.test")).hasCauseInstanceOf(QueueFullException.class);
    assertThat(queue.waiting(new Selection.WholeChannel("tcp_a"))).isEqualTo(10);
  }

  private void add(String channel, String node) {
    var to = new Submission.Destination(channel, node, List.of("inbox@" + node));
    queue.enqueue(new Submission("", List.of(to), new byte[10])).join();
  }
}
