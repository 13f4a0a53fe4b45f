package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleReport;
import dev.etrn.suites.judge.Verdict;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

  @ParameterizedTest
  @CsvSource({
    "PASS, 0",
    "PASS NOTE WARN NOT_OFFERED NOT_APPLICABLE, 0",
    "PASS FAIL, 1",
    "FAIL INCONCLUSIVE, 1",
    "PASS INCONCLUSIVE, 3",
    "FAIL ERROR, 70",
  })
  void followsTheVerdicts(String verdicts, int code) {
    Verdict[] given =
        Arrays.stream(verdicts.split(" ")).map(Verdict::valueOf).toArray(Verdict[]::new);
    assertThat(ExitCode.of(SampleReport.of(given).run()).number()).isEqualTo(code);
  }
}
