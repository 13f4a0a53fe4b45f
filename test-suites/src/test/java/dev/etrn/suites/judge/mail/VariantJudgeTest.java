package dev.etrn.suites.judge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Facts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantJudgeTest {

  private final MailTranscriptBuilder letters =
      new MailTranscriptBuilder()
          .fact(Facts.WITHIN, Duration.ofSeconds(10))
          .handedOver(VariantJudge.PLAIN, "t0")
          .asked(VariantJudge.PLAIN, 250);

  @Test
  void keepsWhatComesInBothWays() {
    letters.delivered("t0").handedOver("wanted", "t1").asked("etrn", 250).delivered("t1");
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
  }

  @Test
  void saysNothingOfAServerThatDeliversLaterAnyhow() {
    assertThat(findings()).contains(Finding.referred("ETRN-045", ReleaseJudge.PLAIN_CASE));
    assertThat(findings()).extracting(Finding::assessment).doesNotContain(Assessment.BROKEN);
  }

  @Test
  void saysNothingWhenThePlainRequestIsInVainToo() {
    special();
    letters.asked(VariantJudge.CONFIRM, 250);
    assertThat(findings()).extracting(Finding::assessment).doesNotContain(Assessment.BROKEN);
  }

  @Test
  void saysNothingOfAServerThatIgnoresEverySecondRequest() {
    special();
    letters.asked(VariantJudge.CONFIRM, 250).delivered("t1");
    letters.handedOver(VariantJudge.CONTROL, "t2").asked(VariantJudge.CONTROL, 250);
    assertThat(findings()).extracting(Finding::assessment).doesNotContain(Assessment.BROKEN);
  }

  @Test
  void accusesAServerThatReleasesWhatIsAskedForPlainlyAlone() {
    special();
    letters.asked(VariantJudge.CONFIRM, 250).delivered("t1");
    letters.handedOver(VariantJudge.CONTROL, "t2").asked(VariantJudge.CONTROL, 250).delivered("t2");
    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.assessment()).isEqualTo(Assessment.BROKEN);
              assertThat(finding.observed()).contains("asked for plainly again");
            });
  }

  @Test
  void accusesARunThatLeavesSomeGroupsOut() {
    letters.delivered("t0").handedOver("wanted", "t1").handedOver("below", "t2");
    letters.asked("etrn", 250).delivered("t1");
    assertThat(new VariantJudge(List.of("wanted", "below"), "ETRN-047").judge(letters.transcript()))
        .extracting(Finding::assessment)
        .containsExactly(Assessment.KEPT, Assessment.BROKEN);
  }

  private void special() {
    letters.delivered("t0").handedOver("wanted", "t1").asked("etrn", 250).after(11_000);
  }

  private List<Finding> findings() {
    return VariantJudge.of("wanted", "ETRN-045").judge(letters.transcript());
  }
}
