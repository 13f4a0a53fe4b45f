package dev.etrn.suites.catalogue.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsequencesTest {

  @Test
  void haveOneSentenceForSeveralRequirements() {
    String text =
        """
        # Mail

        It does not
        come.
            ETRN-021 ETRN-045
            ETRN-061

        It comes twice.
            ETRN-057
        """;
    assertThat(Consequences.parse(text))
        .isEqualTo(
            Map.of(
                "ETRN-021", "It does not come.",
                "ETRN-045", "It does not come.",
                "ETRN-061", "It does not come.",
                "ETRN-057", "It comes twice."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It does not come.|not: It does not come.",
        "' ETRN-021'|not: ETRN-021",
        "'It does not come.\n ETRN-999'|no such requirement: ETRN-999",
        "'It stays.\n ETRN-021\n\nIt goes.\n ETRN-021'|two sentences for ETRN-021",
      })
  void saySoWhenTheyCannotBeTold(String text, String message) {
    assertThatThrownBy(() -> Consequences.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
