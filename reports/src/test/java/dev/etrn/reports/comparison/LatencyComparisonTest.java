package dev.etrn.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatencyComparisonTest {

  private static final String ID = "etrn.test.a";
  private static final int[] AROUND_TEN = {10, 11, 9, 10, 12};
  private static final int[] AROUND_FIFTEEN = {15, 16, 14, 15, 17, 15};

  @Test
  void tellsWhatTakesLongerWithItsInterval() {
    LatencyComparison latency = compared(run(AROUND_TEN), run(AROUND_FIFTEEN));
    assertThat(latency.compared()).isEqualTo(1);
    assertThat(latency.changed()).hasSize(1);
    assertThat(latency.changed().get(0).words())
        .isEqualTo("5.0 ms longer (95 %: 3.0 to 7.0; played 5 and 6 times)");
  }

  @Test
  void tellsWhatTakesShorter() {
    assertThat(compared(run(AROUND_FIFTEEN), run(AROUND_TEN)).changed().get(0).words())
        .isEqualTo("5.0 ms shorter (95 %: 3.0 to 7.0; played 6 and 5 times)");
  }

  @Test
  void saysNothingOfTooFew() {
    assertThat(compared(run(10, 10, 10, 10), run(AROUND_FIFTEEN)).compared()).isZero();
  }

  @Test
  void saysNothingOfOtherVerdictsAndOfUnstableOnes() {
    RunResult failing = run(Verdict.FAIL, Verdict.FAIL, AROUND_FIFTEEN);
    RunResult unstable = run(Verdict.FAIL, Verdict.PASS, AROUND_FIFTEEN);
    RunResult unjudged = run(Verdict.NOT_OFFERED, Verdict.NOT_OFFERED, AROUND_TEN);
    assertThat(compared(run(AROUND_TEN), failing).compared()).isZero();
    assertThat(compared(failing, unstable).compared()).isZero();
    assertThat(compared(unjudged, unjudged).compared()).isZero();
  }

  @Test
  void changesNothingOfTheRegressions() {
    Comparison comparison =
        Comparison.of(run(AROUND_TEN), run(AROUND_FIFTEEN), Expectations.none());
    assertThat(comparison.hasRegressions()).isFalse();
    assertThat(comparison.differences()).isEmpty();
  }

  private static LatencyComparison compared(RunResult before, RunResult now) {
    return Comparison.of(before, now, Expectations.none()).latency();
  }

  private static RunResult run(int... millis) {
    return run(Verdict.PASS, Verdict.PASS, millis);
  }

  private static RunResult run(Verdict first, Verdict others, int... millis) {
    var attempts = new ArrayList<Attempt>();
    for (int i = 0; i < millis.length; i++) {
      Verdict verdict = i == 0 ? first : others;
      attempts.add(
          new Attempt(i + 1, verdict, "x", millis[i] * 1_000_000L, new Transcript(ID, List.of())));
    }
    var info = new CaseInfo(ID, 1, "a", List.of("ETRN-038"), "500", Set.of(), false);
    var target = new RunResult.TargetSeen("test", "127.0.0.1:1", "", "", "", List.of());
    return new RunResult(
        Instant.EPOCH, 1, Profile.DEFAULT, target, true, List.of(new CaseResult(info, attempts)));
  }
}
