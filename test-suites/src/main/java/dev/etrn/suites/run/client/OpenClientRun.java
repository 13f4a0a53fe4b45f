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
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run whose client has come once: plays cases and keeps their results. */
final class OpenClientRun {

  private final ClientPlan plan;
  private final ClientVisits visits;
  private final BaselineVisit usual;
  private final TargetSeen seen;
  private final Instant startedAt;
  private final List<CaseResult> results = new ArrayList<>();

  OpenClientRun(
      ClientPlan plan,
      ClientVisits visits,
      BaselineVisit usual,
      TargetSeen seen,
      Instant startedAt) {
    this.plan = plan;
    this.visits = visits;
    this.usual = usual;
    this.seen = seen;
    this.startedAt = startedAt;
  }

  /** Plays one case; whatever happens becomes its result. */
  CaseResult play(ClientCase one) throws InterruptedException {
    long from = System.nanoTime();
    var recorder = Recorder.start();
    usual.facts().forEach(recorder::record);
    Optional<Ability> lacking = one.abilities().stream().filter(a -> !has(a)).sorted().findFirst();
    if (lacking.isPresent()) {
      recorder.record(nanos -> new Event.Fact(nanos, ClientCase.LACKS, lacking.get().wanted()));
    } else {
      rounds(one, recorder);
    }
    Transcript transcript = recorder.transcript(one.info().id());
    Outcome outcome = CaseJudge.outcome(one, transcript, plan.profile());
    var result =
        new CaseResult(
            one.info(), List.of(new Attempt(1, outcome, System.nanoTime() - from, transcript)));
    synchronized (results) {
      results.add(result);
    }
    return result;
  }

  private void rounds(ClientCase one, Recorder recorder) throws InterruptedException {
    List<VisitPlan> rounds = one.rounds().apply(visits.client().profile());
    for (int i = 0; i < rounds.size(); i++) {
      String time = rounds.size() == 1 ? "" : ", time " + (i + 1) + " of " + rounds.size();
      int number = plan.cases().indexOf(one) + 1;
      String title = "case " + number + " of " + plan.cases().size() + ": " + one.info().id();
      visits.play(rounds.get(i), title + time, recorder);
    }
  }

  private boolean has(Ability ability) {
    return switch (ability) {
      case SEVERAL_NODES -> usual.etrns() > 1;
      case MAIL -> usual.sendsMail();
      default -> visits.client().profile().abilities().contains(ability);
    };
  }

  /** What is known by now, in the order of the plan. */
  RunResult result() {
    synchronized (results) {
      boolean complete = results.size() == plan.cases().size();
      return new RunResult(startedAt, 0, plan.profile(), seen, complete, results);
    }
  }
}
