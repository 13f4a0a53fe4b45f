package dev.etrn.server.delivery.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NodeRoundRobinTest {

  private final NodeRoundRobin turns = new NodeRoundRobin();

  @Test
  void goRoundInTheOrderOfNames() {
    assertThat(next(2, "a", "b", "c")).containsExactly("a", "b");
    assertThat(next(2, "a", "b", "c")).containsExactly("c", "a");
    assertThat(next(2, "a", "b", "c")).containsExactly("b", "c");
  }

  @Test
  void goOnBehindANodeThatIsGone() {
    assertThat(next(2, "a", "b", "d")).containsExactly("a", "b");
    assertThat(next(1, "a", "c")).containsExactly("c");
  }

  @Test
  void areMissedByThoseThatFindNoRoom() {
    assertThat(next(2, "a", "b")).hasSize(2);
    assertThat(turns.haveMissed()).isFalse();
    assertThat(next(1, "a", "b")).hasSize(1);
    assertThat(turns.haveMissed()).isTrue();
  }

  @Test
  void comeOnceAndOnlyWithSomeRoom() {
    turns.missed();
    assertThat(turns.comeWith(10, 100)).isFalse();
    assertThat(turns.comeWith(11, 100)).isTrue();
    assertThat(turns.comeWith(11, 100)).isFalse();
    assertThat(turns.haveMissed()).isFalse();
  }

  private List<String> next(int room, String... waiting) {
    return turns.next(new TreeSet<>(List.of(waiting)), room);
  }
}
