package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.evaluation.CaseJudge;
import dev.etrn.suites.run.liveness.TargetLiveness;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.stage.CaseStage;
import dev.etrn.suites.run.stage.ConnectionRefusal;
import dev.etrn.suites.run.stage.ConnectionThrottle;
import dev.etrn.suites.run.stage.Lane;
import dev.etrn.suites.run.stage.TargetPace;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.sink.SinkLane;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The player of cases: it plays the script of a case on a stage, and judges the transcript.
 * Whatever happens becomes an attempt.
 */
final class CasePlayer {

  private static final Logger log = LoggerFactory.getLogger(CasePlayer.class);

  private final RunPlan plan;
  private final ConnectedTarget connected;
  private final ConnectionThrottle throttle;
  private final TargetPace pace;
  private final TargetLiveness liveness;
  private volatile Optional<Duration> missed = Optional.empty();

  CasePlayer(
      RunPlan plan,
      ConnectedTarget connected,
      ConnectionThrottle throttle,
      TargetPace pace,
      TargetLiveness liveness) {
    this.plan = plan;
    this.connected = connected;
    this.throttle = throttle;
    this.pace = pace;
    this.liveness = liveness;
  }

  /** Sets the time for which the first message of the run was missed, if it was. */
  void missed(Optional<Duration> time) {
    missed = time;
  }

  /** Returns the attempt at a case; one without events if the lane lacks what the case needs. */
  Attempt play(Case testCase, Lane lane, int round) throws InterruptedException {
    Optional<Need> lacking = lane.profile().lacking(testCase.info().needs());
    return lacking.isPresent()
        ? notPlayed(testCase, lacking.get(), round)
        : experiment(testCase, lane, round, false);
  }

  /** Returns another attempt at a case that was played before in this round. */
  Attempt playAgain(Case testCase, Lane lane, int round) throws InterruptedException {
    return experiment(testCase, lane, round, true);
  }

  /** Returns the attempt that this transcript shows. */
  static Attempt judged(RunPlan plan, Case testCase, int round, Transcript transcript, long nanos) {
    return new Attempt(
        round,
        CaseJudge.outcome(testCase, transcript, plan.profile(), plan.rules()),
        nanos,
        transcript);
  }

  private Attempt notPlayed(Case testCase, Need need, int round) {
    var lacks = Facts.LACKS.at(0, need.key());
    return judged(plan, testCase, round, new Transcript(testCase.info().id(), List.of(lacks)), 0);
  }

  private Attempt experiment(Case testCase, Lane lane, int round, boolean isRetry)
      throws InterruptedException {
    long startNanos = System.nanoTime();
    var stage = stage(testCase, lane, round, isRetry);
    try (stage) {
      if (isRetry) {
        stage.fact(Facts.PLAYED_AGAIN, true);
      }
      testCase.script().play(stage);
    } catch (RuntimeException | Error e) {
      // Even an Error is a defect of one case only: the results of the others are worth keeping.
      log.error("the script of {} failed", testCase.info().id(), e);
      stage.fact(Facts.DEFECT, e.toString());
    }
    Transcript transcript = stage.transcript(testCase.info().id());
    long nanos = System.nanoTime() - startNanos;
    if (!pace.isOver()) {
      pace.ended(transcript);
      liveness.ended(testCase.info().id(), startNanos, transcript);
    }
    Attempt attempt = judged(plan, testCase, round, transcript, nanos);
    if (attempt.verdict() == Verdict.INCONCLUSIVE) {
      ConnectionRefusal.inSession(transcript)
          .ifPresent(refusal -> throttle.turnedAway(refusal.reason()));
    }
    return attempt;
  }

  private CaseStage stage(Case testCase, Lane lane, int round, boolean isRetry) {
    String firstPrefix = CaseStage.tokenPrefix(testCase, plan.seed(), round);
    String prefix = isRetry ? firstPrefix + ".again" : firstPrefix;
    Lane caseLane = testCase.info().releasesMail() ? lane : lane.blind();
    caseLane.sink().ifPresent(SinkLane::forgetClosed);
    var stage =
        new CaseStage(prefix, connected.target(), caseLane, throttle, pace, connected.token());
    missed.ifPresent(time -> stage.fact(Facts.FIRST_MISSING, time));
    return stage;
  }
}
