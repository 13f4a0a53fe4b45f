package dev.etrn.suites.run.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.waivers.Waiver;
import dev.etrn.suites.waivers.Waiver.Evidence;
import dev.etrn.suites.waivers.Waivers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationsTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2030, 12, 31);
  private static final String ID = "etrn.test.a";

  @ParameterizedTest
  @CsvSource({
    "FAIL, got 250, FAIL, XFAIL",
    "WARN, got 250, WARN, XFAIL",
    "NOTE, got 250, NOTE, XFAIL",
    "INCONCLUSIVE, got 250, INCONCLUSIVE, XFAIL",
    "FAIL, anything, PASS, XPASS",
    "WARN, got 250, PASS, XPASS",
    "FAIL, got 250, NOTE, STALE",
    "WARN, got 250, FAIL, STALE",
    "FAIL, got 999, FAIL, STALE",
    "FAIL, got 250, NOT_APPLICABLE, STALE",
    "FAIL, got 250, NOT_OFFERED, STALE",
    "FAIL, got 250, INCONCLUSIVE, NOTHING",
    "FAIL, got 250, ERROR, NOTHING",
  })
  void comparesEvidenceWithTheResult(Verdict waived, String text, Verdict actual, String outcome) {
    assertThat(outcome(waived, text, List.of(result(actual)), LAST_DAY)).isEqualTo(outcome);
  }

  @Test
  void holdsOnItsLastDayAndNotAfterIt() {
    List<CaseResult> fail = List.of(result(Verdict.FAIL));
    assertThat(outcome(Verdict.FAIL, "got", fail, LAST_DAY)).isEqualTo("XFAIL");
    assertThat(outcome(Verdict.FAIL, "got", fail, LAST_DAY.plusDays(1))).isEqualTo("STALE");
  }

  @Test
  void leavesAWaiverAloneWhoseCaseWasNotPlayed() {
    assertThat(outcome(Verdict.FAIL, "got", List.of(), LAST_DAY)).isEqualTo("NOTHING");
  }

  @Test
  void callsAWaiverOfNoCaseStale() {
    var expectations =
        Expectations.of(
            waivers(Verdict.FAIL, "got"), List.of(), Set.of("etrn.test.other"), LAST_DAY);
    assertThat(expectations.stale()).hasSize(1);
    assertThat(expectations.stale().get(0).why()).isEqualTo("there is no case of this id");
  }

  @Test
  void saysWhatTheWaiverExpected() {
    var expectations =
        Expectations.of(
            waivers(Verdict.FAIL, "459"), List.of(result(Verdict.FAIL)), Set.of(ID), LAST_DAY);
    assertThat(expectations.stale().get(0).why())
        .isEqualTo("it expects FAIL with '459', and this is another FAIL");
  }

  private static String outcome(
      Verdict waived, String text, List<CaseResult> results, LocalDate today) {
    var expectations = Expectations.of(waivers(waived, text), results, Set.of(ID), today);
    if (!expectations.stale().isEmpty()) {
      assertThat(expectations.byCase()).isEmpty();
      return "STALE";
    }
    return Optional.ofNullable(expectations.byCase().get(ID))
        .map(expectation -> expectation.kind().name())
        .orElse("NOTHING");
  }

  private static Waivers waivers(Verdict verdict, String text) {
    var evidence = new Evidence(verdict, Optional.of(text), Optional.empty());
    return new Waivers(List.of(new Waiver(ID, "known", Optional.empty(), LAST_DAY, evidence)));
  }

  private static CaseResult result(Verdict verdict) {
    var info = new CaseInfo(ID, 1, "a", List.of("ETRN-038"), "500", Set.of(), false);
    return new CaseResult(info, verdict, "got 250", 1, new Transcript(ID, List.of()));
  }
}
