package dev.etrn.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

  @Test
  void isOneWhenAllGetTheSame() {
    assertThat(Fairness.jain(List.of(3, 3, 3, 3))).isEqualTo(1);
  }

  @Test
  void isOneOfAllWhenOneHasEverything() {
    assertThat(Fairness.jain(List.of(9, 0, 0, 0))).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void liesBetweenOtherwise() {
    // The index is k/n when k of n parties share everything equally.
    assertThat(Fairness.jain(List.of(1, 1, 0, 0))).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void isOneWhenNobodyGetsAnything() {
    assertThat(Fairness.jain(List.of(0, 0))).isEqualTo(1);
  }
}
