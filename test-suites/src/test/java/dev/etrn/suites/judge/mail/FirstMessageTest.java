package dev.etrn.suites.judge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstMessageTest {

  @Test
  void breaksThePromiseWhenItDidNotCome() {
    var missing = Facts.FIRST_MISSING.at(0, Duration.ofSeconds(2));
    assertThat(FirstMessage.judge(new Transcript("test", List.of(missing))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.assessment()).isEqualTo(Assessment.BROKEN);
              assertThat(finding.requirement()).isEqualTo("DECL-003");
              assertThat(finding.observed()).contains("within 2000 ms");
            });
  }

  @Test
  void saysNothingWhenItCameOrWasNotAskedFor() {
    assertThat(FirstMessage.judge(new Transcript("test", List.of()))).isEmpty();
  }
}
