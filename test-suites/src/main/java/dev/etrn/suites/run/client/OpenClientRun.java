package dev.etrn.suites.run.client;

import dev.etrn.suites.cases.client.BaselineVisit;
import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.cases.client.VisitPlan;
import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.run.evaluation.CaseJudge;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run under way whose client came once; it plays cases and keeps their results. */
final class OpenClientRun {

  private final ClientPlan plan;
  private final ClientVisits visits;
  private final BaselineVisit baseline;
  private final TargetSeen seen;
  private final Instant startedAt;
  private final List<CaseResult> results = new ArrayList<>();

  OpenClientRun(
      ClientPlan plan,
      ClientVisits visits,
      BaselineVisit baseline,
      TargetSeen seen,
      Instant startedAt) {
    this.plan = plan;
    this.visits = visits;
    this.baseline = baseline;
    this.seen = seen;
    this.startedAt = startedAt;
  }

  /** Plays one case; whatever happens becomes its result. */
  CaseResult play(ClientCase testCase) throws InterruptedException {
    long startNanos = System.nanoTime();
    var recorder = Recorder.start();
    baseline.facts().forEach(recorder::record);
    Optional<Ability> lacking =
        testCase.abilities().stream().filter(a -> !has(a)).sorted().findFirst();
    if (lacking.isPresent()) {
      recorder.record(Facts.LACKS_ABILITY.of(lacking.get().wanted()));
    } else {
      rounds(testCase, recorder);
    }
    Transcript transcript = recorder.transcript(testCase.info().id());
    Outcome outcome = CaseJudge.outcome(testCase, transcript, plan.profile());
    var result =
        new CaseResult(
            testCase.info(),
            List.of(new Attempt(1, outcome, System.nanoTime() - startNanos, transcript)));
    synchronized (results) {
      results.add(result);
    }
    return result;
  }

  private void rounds(ClientCase testCase, Recorder recorder) throws InterruptedException {
    List<VisitPlan> rounds = testCase.rounds().apply(visits.client().profile());
    for (int i = 0; i < rounds.size(); i++) {
      String time = rounds.size() == 1 ? "" : ", time " + (i + 1) + " of " + rounds.size();
      int number = plan.cases().indexOf(testCase) + 1;
      String title = "case " + number + " of " + plan.cases().size() + ": " + testCase.info().id();
      visits.play(rounds.get(i), title + time, recorder);
    }
  }

  private boolean has(Ability ability) {
    return switch (ability) {
      case SEVERAL_NODES -> baseline.etrns() > 1;
      case MAIL -> baseline.sendsMail();
      default -> visits.client().profile().abilities().contains(ability);
    };
  }

  /** Returns the results so far, in the order of the plan. */
  RunResult result() {
    synchronized (results) {
      boolean complete = results.size() == plan.cases().size();
      return new RunResult(startedAt, 0, plan.profile(), seen, complete, results);
    }
  }
}
