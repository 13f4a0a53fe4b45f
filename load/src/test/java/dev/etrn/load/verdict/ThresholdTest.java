package dev.etrn.load.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

  @ParameterizedTest
  @CsvSource({
    "p99<5ms, 4999999, true",
    "p99<5ms, 5000000, false",
    "p99.9<=5ms, 5000000, true",
    "max<1.5s, 1499999999, true",
    "p50<80us, 80000, false",
    "rate>1000, 1001, true",
    "rate>=1000, 1000, true",
    "rate>1000, 1000, false",
    "errors<0.1%, 0.0009, true",
    "errors<0.1%, 0.001, false",
    "lost=0, 0, true",
    "lost=0, 1, false",
    "fairness > 0.9, 0.95, true",
  })
  void comparesInTheUnitOfTheMetric(String text, double value, boolean isMet) throws Exception {
    assertThat(Threshold.parse(text).isMetBy(OptionalDouble.of(value))).isEqualTo(isMet);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p99|expected something like p99<5ms",
        "p98<5ms|it has to begin with one of p50, p90",
        "p99<5|p99 is a time: end it in us, ms or s",
        "lost=0ms|lost has no unit 'ms'",
        "rate>fast|expected something like",
        "''|expected something like",
      })
  void saysWhatToWriteInstead(String text, String sentence) {
    assertThatThrownBy(() -> Threshold.parse(text))
        .isInstanceOf(InvalidThresholdException.class)
        .hasMessageContaining("the threshold '" + text + "'")
        .hasMessageContaining(sentence);
  }

  @Test
  void isMissedWhereNothingWasMeasured() throws Exception {
    assertThat(Threshold.parse("lost=0").isMetBy(OptionalDouble.empty())).isFalse();
  }
}
