package dev.etrn.suites.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.catalogue.requirements.Requirements;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpedimentTest {

  private static final Finding UNANSWERED = Finding.unanswered("ETRN-034", "ETRN got no reply");

  @ParameterizedTest
  @CsvSource({"421, CONNECTION_LIMIT", "530, LOGIN_REQUIRED", "458, DEFERRAL"})
  void isStatedByAReply(int code, Impediment impediment) {
    assertThat(Impediment.of(code)).contains(impediment);
  }

  @Test
  void isNotStatedByEveryRefusal() {
    assertThat(Impediment.of(550)).isEmpty();
  }

  @Test
  void ofAnOutcomeIsTheFirstOfItsFindings() {
    Finding limited =
        Finding.inconclusive("ETRN-034", "no connection").dueTo(Impediment.CONNECTION_LIMIT);
    assertThat(outcome(UNANSWERED, limited).impediment()).contains(Impediment.CONNECTION_LIMIT);
    assertThat(outcome(UNANSWERED).impediment()).contains(Impediment.NO_REPLY);
  }

  @Test
  void isNotOfAnOutcomeThatIsConclusive() {
    Finding broken = Finding.broken("ETRN-011", "421").dueTo(Impediment.CONNECTION_LIMIT);
    assertThat(outcome(broken, UNANSWERED).impediment()).isEmpty();
  }

  private static Outcome outcome(Finding... findings) {
    return Profile.STRICT.weigh(List.of(findings), Requirements::byId);
  }
}
