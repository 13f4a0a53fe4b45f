package dev.etrn.suites.judge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstMessageTest {

  @Test
  void breaksThePromiseWhenItDidNotCome() {
    var missing = new Event.Fact(0, FirstMessage.MISSING, "2000 ms");
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
