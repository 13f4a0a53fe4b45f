package dev.etrn.load.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.exchanger.Arrival;
import dev.etrn.load.exchanger.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryCountsTest {

  private static final Token ONE = new Token("a.example", "1");
  private static final Token TWO = new Token("b.example", "2");

  @Test
  void isInOrderWhenEachCameOnce() {
    assertThat(DeliveryCounts.of(List.of(ONE, TWO), List.of(), List.of(arrival(ONE), arrival(TWO))))
        .isEqualTo(new DeliveryCounts(2, 2, 0, 0, 0, 0));
  }

  @Test
  void countsWhatDidNotCome() {
    assertThat(DeliveryCounts.of(List.of(ONE, TWO), List.of(), List.of(arrival(TWO))))
        .isEqualTo(new DeliveryCounts(2, 1, 1, 0, 0, 0));
  }

  @Test
  void countsWhatCameAgain() {
    assertThat(
            DeliveryCounts.of(
                List.of(ONE), List.of(), List.of(arrival(ONE), arrival(ONE), arrival(ONE))))
        .isEqualTo(new DeliveryCounts(1, 1, 0, 2, 0, 0));
  }

  @Test
  void countsWhatCameForAnotherNode() {
    var astray = new Arrival("b.example", ONE.text(), 0, 1);
    assertThat(DeliveryCounts.of(List.of(ONE), List.of(), List.of(astray)))
        .isEqualTo(new DeliveryCounts(1, 1, 0, 0, 1, 0));
  }

  @Test
  void doesNotMissWhatWasPerhapsNotTaken() {
    List<String> possible = List.of(TWO.text());
    assertThat(DeliveryCounts.of(List.of(ONE), possible, List.of(arrival(ONE))))
        .isEqualTo(new DeliveryCounts(1, 1, 0, 0, 0, 0));
    assertThat(DeliveryCounts.of(List.of(ONE), possible, List.of(arrival(ONE), arrival(TWO))))
        .isEqualTo(new DeliveryCounts(1, 1, 0, 0, 0, 0));
  }

  @Test
  void knowsWhatNobodyHandedIn() {
    assertThat(DeliveryCounts.of(List.of(), List.of(), List.of(new Arrival("a.example", "", 0, 1))))
        .isEqualTo(new DeliveryCounts(0, 0, 0, 0, 0, 1));
  }

  private static Arrival arrival(Token token) {
    return new Arrival(token.node(), token.text(), 0, 1);
  }
}
