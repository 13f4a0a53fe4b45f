package dev.etrn.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.waivers.Waiver;
import dev.etrn.suites.waivers.Waivers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final String ID = "etrn.test.a";

  @ParameterizedTest
  @CsvSource({
    "PASS, FAIL, NEW_FAILURE, true",
    "NOTE, FAIL, NEW_FAILURE, true",
    "WARN, FAIL, NEW_FAILURE, true",
    "PASS, NOT_OFFERED, LOST, true",
    "FAIL, NOT_APPLICABLE, LOST, true",
    "WARN, INCONCLUSIVE, LOST, true",
    "PASS, ERROR, LOST, true",
    "FAIL, PASS, FIXED, false",
    "FAIL, WARN, FIXED, false",
    "PASS, WARN, OTHER_VERDICT, false",
    "NOTE, PASS, OTHER_VERDICT, false",
    "INCONCLUSIVE, FAIL, OTHER_VERDICT, false",
    "NOT_OFFERED, FAIL, OTHER_VERDICT, false",
    "NOT_OFFERED, PASS, OTHER_VERDICT, false",
  })
  void tellsWhatBecameOfAVerdict(
      Verdict before, Verdict now, CaseChange change, boolean regression) {
    Comparison comparison = compared(run(before, "x"), run(now, "y"));
    assertThat(comparison.differences()).extracting(CaseDifference::change).containsExactly(change);
    assertThat(comparison.hasRegressions()).isEqualTo(regression);
  }

  @ParameterizedTest
  @CsvSource({"PASS, FAIL, true", "FAIL, FAIL, true", "INCONCLUSIVE, FAIL, false"})
  void accountsForKnownFailuresAndRegressions(Verdict before, Verdict now, boolean accounted) {
    RunResult later = run(now, "x");
    assertThat(compared(run(before, "x"), later).accountsFor(later.cases().get(0)))
        .isEqualTo(accounted);
  }

  @Test
  void doesNotAccountForAFailureThatTheBaselineNeverSaw() {
    RunResult later = run(Verdict.FAIL, "x");
    Comparison comparison = compared(later.with(List.of()), later);
    assertThat(comparison.differences())
        .extracting(CaseDifference::change)
        .containsExactly(CaseChange.ADDED);
    assertThat(comparison.hasRegressions()).isFalse();
    assertThat(comparison.accountsFor(later.cases().get(0))).isFalse();
  }

  @Test
  void countsACaseThatIsGoneUnlessTheRunWasInterrupted() {
    RunResult before = run(Verdict.PASS, "x");
    RunResult none = before.with(List.of());
    assertThat(compared(before, none).differences())
        .singleElement()
        .satisfies(
            gone -> {
              assertThat(gone.change()).isEqualTo(CaseChange.VANISHED);
              assertThat(gone.caseId()).isEqualTo(ID);
              assertThat(gone.verdicts()).isEqualTo("PASS -> -");
              assertThat(gone.isRegression()).isTrue();
            });
    var interrupted =
        new RunResult(
            none.startedAt(), none.seed(), none.profile(), none.target(), false, List.of());
    assertThat(compared(before, interrupted).differences()).isEmpty();
  }

  @Test
  void countsNothingThatAWaiverCovers() {
    RunResult now = run(Verdict.FAIL, "x");
    var evidence = new Waiver.Evidence(Verdict.FAIL, Optional.empty(), Optional.empty());
    LocalDate day = LocalDate.of(2030, 1, 1);
    var waiver = new Waiver(ID, "known", Optional.empty(), day, evidence);
    var expectations = Expectations.of(new Waivers(List.of(waiver)), now.cases(), Set.of(ID), day);
    Comparison comparison = Comparison.of(run(Verdict.PASS, "x"), now, expectations);
    assertThat(comparison.differences())
        .extracting(CaseDifference::change)
        .containsExactly(CaseChange.NEW_FAILURE);
    assertThat(comparison.hasRegressions()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "took 12.3 ms|took 7 ms|true",
        "token 1a2b.etrn.effect.one-message-1 came|token ff.etrn.effect.one-message.r2-13"
            + " came|true",
        "S1 from 127.0.0.1:40000|S1 from 127.0.0.1:51234|true",
        "250 2.0.0 Ok: queued as 4F3A2B1C0D|250 2.0.0 Ok: queued as 9E8D7C6B5A|true",
        "until 2026|until 2027|true",
        "got '250 x'|got '252 x'|false",
        "got '250 2.0.0 x'|got '250 2.1.0 x'|false",
        "253 OK, 1 pending|253 OK, 2 pending|false",
        "two came|three came|false",
      })
  void comparesEvidenceWithoutWhatAlwaysDiffers(String before, String now, boolean same) {
    Comparison comparison = compared(run(Verdict.FAIL, before), run(Verdict.FAIL, now));
    assertThat(comparison.differences().isEmpty()).isEqualTo(same);
    assertThat(comparison.hasRegressions()).isFalse();
  }

  private static Comparison compared(RunResult before, RunResult now) {
    return Comparison.of(before, now, Expectations.none());
  }

  private static RunResult run(Verdict verdict, String observed) {
    var info = new CaseInfo(ID, 1, "a", List.of("ETRN-038"), "500", Set.of(), false);
    var result = new CaseResult(info, verdict, observed, 1, new Transcript(ID, List.of()));
    var target = new RunResult.TargetSeen("test", "127.0.0.1:1", "", "", "", List.of());
    return new RunResult(Instant.EPOCH, 1, Profile.DEFAULT, target, true, List.of(result));
  }
}
