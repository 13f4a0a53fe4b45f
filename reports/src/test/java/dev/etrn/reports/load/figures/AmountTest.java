package dev.etrn.reports.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource({"0.34, 0.3 s", "2, 2.0 s", "9.94, 9.9 s", "9.96, 10 s", "20.4, 20 s", "3600, 3600 s"})
  void tellsTenthsOfShortRunsAlone(double seconds, String text) {
    assertThat(Amount.run(seconds)).isEqualTo(text);
  }
}
