package dev.etrn.suites.judge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Facts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseJudgeTest {

  private final MailTranscriptBuilder letters =
      new MailTranscriptBuilder()
          .fact(Facts.WITHIN, Duration.ofSeconds(10))
          .handedOver("wanted", "t1")
          .handedOver("wanted", "t2")
          .handedOver("wanted", "t3");

  @Test
  void keepsWhatAllCame() {
    letters.asked("etrn", 250).delivered("t1").delivered("t2").delivered("t3");
    assertThat(findings(true)).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
    assertThat(findings(true).get(0).observed()).contains("3 messages came over 3 connections");
  }

  @Test
  void holdsWhatWasDeclaredAgainstWhatIsMissing() {
    letters.asked("etrn", 250).delivered("t1").after(2100).delivered("t2");
    assertThat(findings(true))
        .extracting(Finding::requirement)
        .containsExactly("DECL-003", "ETRN-021");
    assertThat(findings(true).get(0).observed())
        .isEqualTo(
            "2 of 3 messages for inbox@a.test came, the last 2.1 s after ETRN; 1 did not come"
                + " within 10.0 s");
  }

  @Test
  void countsWhatIsLateAsMissing() {
    letters.asked("etrn", 250).after(10_500).delivered("t1").delivered("t2").delivered("t3");
    assertThat(findings(true))
        .extracting(Finding::assessment)
        .containsExactly(Assessment.BROKEN, Assessment.BROKEN);
    assertThat(findings(true).get(0).observed())
        .contains("none of 3 messages", "within 10.0 s, 3 of them later");
  }

  @Test
  void accusesNobodyWhoDeclaredASchedule() {
    letters.fact(Facts.SCHEDULED, true).asked("etrn", 250);
    assertThat(findings(true)).extracting(Finding::assessment).containsExactly(Assessment.NOTED);
  }

  @Test
  void takesNothingForLostThatWasRefused() {
    letters.asked("etrn", 459);
    assertThat(findings(true))
        .extracting(Finding::assessment)
        .containsExactly(Assessment.INCONCLUSIVE);
    assertThat(findings(true).get(0).observed()).contains("459");
  }

  @Test
  void leavesMailThatDoesNotComeAtAllToItsCase() {
    letters.asked("etrn", 250);
    assertThat(findings(false)).contains(Finding.referred("ETRN-021", ReleaseJudge.PLAIN_CASE));
    assertThat(findings(false))
        .extracting(Finding::assessment)
        .doesNotContain(Assessment.BROKEN, Assessment.DOUBTFUL);
  }

  @Test
  void saysAlsoInOtherCasesThatAPartIsMissing() {
    letters.asked("etrn", 250).delivered("t1");
    assertThat(findings(false)).extracting(Finding::requirement).contains("DECL-003");
  }

  private List<Finding> findings(boolean isSubject) {
    ReleaseJudge judge =
        isSubject ? ReleaseJudge.of("wanted", "etrn") : ReleaseJudge.beside("wanted", "etrn");
    return judge.judge(letters.transcript());
  }
}
