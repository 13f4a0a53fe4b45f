package dev.etrn.suites.independence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that verdicts do not depend on the wording or the timing of our own server. */
@Execution(ExecutionMode.CONCURRENT)
class IndependenceIT {

  @Test
  void findsNothingBrokenInATerseServer() throws Exception {
    RunResult run = run(Traits.TERSE);
    assertThat(accused(run)).isEmpty();
    assertThat(run.summary().get(Verdict.PASS)).isGreaterThan(60);
  }

  @Test
  void findsNothingBrokenInAServerThatEndsPipelining() throws Exception {
    assertThat(accused(run(Traits.STRICT))).isEmpty();
  }

  @Test
  void findsNothingBrokenInAMinimalServer() throws Exception {
    RunResult run = run(Traits.MINIMAL);
    assertThat(accused(run)).isEmpty();
    assertThat(run.summary().get(Verdict.PASS)).isGreaterThan(50);
  }

  @Test
  void findsThatAnOldServerOffersNothing() throws Exception {
    RunResult run = run(Traits.OLD);
    assertThat(accused(run)).isEmpty();
    assertThat(run.summary().get(Verdict.NOT_OFFERED)).isPositive();
  }

  @Test
  void findsNothingBrokenInAServerWithOneSessionAtATime() throws Exception {
    // The connections of floods and crowds would wait for each other on such a server.
    List<Case> calm =
        CaseSelection.everything().of(Cases.all()).stream()
            .filter(testCase -> !testCase.info().area().equals("abuse"))
            .filter(testCase -> !testCase.info().releasesMail())
            .toList();
    RunResult run = run(Traits.ONE_AT_A_TIME, calm);
    assertThat(accused(run)).isEmpty();
    assertThat(run.summary().get(Verdict.PASS)).isGreaterThan(50);
  }

  private static List<String> accused(RunResult run) {
    return PlainTarget.judged(run, Verdict.FAIL, Verdict.WARN, Verdict.ERROR);
  }

  private static RunResult run(Traits traits) throws Exception {
    return run(traits, CaseSelection.everything().of(Cases.all()));
  }

  private static RunResult run(Traits traits, List<Case> cases) throws Exception {
    var plan = new RunPlan(PlainTarget.of(traits), cases, Profile.STRICT, 1);
    return new Runner(plan, new RunListener() {}).run();
  }
}
