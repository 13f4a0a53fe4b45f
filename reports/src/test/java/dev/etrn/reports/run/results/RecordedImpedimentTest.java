package dev.etrn.reports.run.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedImpedimentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONNECTION_LIMIT|the greeting on C1 was '421 4.7.0 Too many connections'
          CONNECTION_LIMIT|no connection: ETRN got no reply
          LOGIN_REQUIRED|the server wants TLS or authentication first: '454 4.7.0 later'
          LOGIN_REQUIRED|the target took no message for a@b.example: 530 5.7.0 log in
          NO_REPLY|the target does not answer ETRN: earlier cases waited 30 s each
          NO_REPLY|DATA was not answered 354
          DEFERRAL|'ETRN a.example' got '458 4.5.0 later'
          MAIL_NOT_HELD|the target does not hold mail for a@b.example
          MAIL_NOT_TAKEN|the target took no message for a@b.example: 550 5.7.1 no
          """)
  void isInTheObservation(Impediment impediment, String observed) {
    assertThat(RecordedImpediment.of(Verdict.INCONCLUSIVE, observed)).contains(impediment);
  }

  @Test
  void isOfInconclusiveOutcomesOnly() {
    assertThat(RecordedImpediment.of(Verdict.FAIL, "ETRN got no reply"))
        .isEqualTo(Optional.empty());
  }

  @Test
  void isAbsentWhereTheObservationNamesNone() {
    assertThat(RecordedImpediment.of(Verdict.INCONCLUSIVE, "nobody connected"))
        .isEqualTo(Optional.empty());
  }
}
