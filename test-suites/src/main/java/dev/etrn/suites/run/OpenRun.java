package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.inquiry.role.RoleCheck;
import dev.etrn.suites.inquiry.role.RoleFindings;
import dev.etrn.suites.run.liveness.TargetLiveness;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.stage.ConnectionThrottle;
import dev.etrn.suites.run.stage.Lane;
import dev.etrn.suites.run.stage.LanePool;
import dev.etrn.suites.run.stage.TargetPace;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.TargetLostException;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A run under way, with a sink and a target that answers; it plays cases and keeps their results.
 */
final class OpenRun implements AutoCloseable {

  private static final int MOST_NAMED = 8;

  private final RunPlan plan;
  private final RunListener listener;
  private final ConnectedTarget connected;
  private final PlayedCases results = new PlayedCases();
  private final TargetLiveness liveness;
  private final TargetPace pace;
  private final CasePlayer player;
  private final ResultSoFar resultSoFar;
  private final LanePool lanes;
  private final Lane whole;
  private volatile int round = 1;
  private volatile Optional<String> synopsis = Optional.empty();

  private OpenRun(RunPlan plan, RunListener listener, ConnectedTarget connected) {
    this.plan = plan;
    this.listener = listener;
    this.connected = connected;
    RunningTarget target = connected.target();
    this.pace = new TargetPace(plan.bounds());
    this.whole = Lane.whole(target.profile(), connected.sink());
    this.lanes = new LanePool(Lane.all(target.profile(), connected.sink()));
    this.liveness =
        new TargetLiveness(target.address(), plan.rate(), target.profile().clientSettings());
    var throttle = new ConnectionThrottle(plan.rate(), pace, plan.bounds().adapts());
    this.player = new CasePlayer(plan, connected, throttle, pace, liveness);
    this.resultSoFar = new ResultSoFar(plan, connected, results, throttle, pace, liveness);
  }

  /** Starts the sink, then the target, and probes it. */
  static OpenRun open(RunPlan plan, RunListener listener)
      throws TargetUnavailableException, SinkUnavailableException {
    return new OpenRun(plan, listener, ConnectedTarget.open(plan, listener));
  }

  /** Checks that the configured names have their roles; moves mail only if cases move some. */
  void checkRoles() throws InterruptedException {
    boolean movesMail = plan.cases().stream().anyMatch(testCase -> testCase.info().releasesMail());
    String token = Long.toHexString(plan.seed()) + ".roles-1";
    RoleFindings roles =
        RoleCheck.of(
            connected.target(),
            movesMail ? connected.sink() : Optional.empty(),
            plan.rate(),
            token);
    synopsis = roles.synopsis();
    if (roles.hasHeld()) {
      pace.holdWindow().ended(true);
    }
    player.missed(
        roles.missed().filter(time -> time.compareTo(connected.target().profile().within()) >= 0));
    listener.checked(roles);
  }

  RunPlan plan() {
    return plan;
  }

  /** Begins a round; call it only between two rounds. */
  void begin(int nextRound) {
    round = nextRound;
    lanes.begin(inOrder());
  }

  /**
   * Returns the cases of a round in their order of play: the longest first if several run at once.
   */
  List<Case> inOrder() {
    return lanes.isOne() ? plan.played() : Case.longestFirst(plan.played());
  }

  /** Returns true if the target went away, so that nothing is left to play. */
  boolean isLost() {
    return liveness.isLost();
  }

  /**
   * Checks, after all cases were played, that the target still answers.
   *
   * @throws TargetLostException when the target is gone, now or since one of the cases
   */
  void requireTarget() throws TargetLostException, InterruptedException {
    if (!pace.isOver()) {
      liveness.look();
    }
    if (liveness.isLost()) {
      String lastCases = liveness.lastHeardIn().limit(MOST_NAMED).collect(Collectors.joining(", "));
      throw new TargetLostException(
          connected.seen().address()
              + " went away after "
              + results.count()
              + " of "
              + plan.played().size()
              + " cases and no longer answers; it last answered in "
              + lastCases
              + ": start it again, and use --select to find out whether one of these cases stops"
              + " it");
    }
  }

  /** Returns true if nothing is left to play, or no time for it. */
  boolean isEnded() {
    return isLost() || pace.isOver();
  }

  /**
   * Plays one case while others may be under way; a case that moves mail waits for a lane.
   *
   * @return the attempt; empty if the run ended first
   */
  Optional<Attempt> playBeside(Case testCase) throws InterruptedException {
    if (!testCase.info().releasesMail()) {
      lanes.awaitTurn(testCase, this::isEnded);
      try {
        return unlessEnded(testCase, whole);
      } finally {
        lanes.observed();
      }
    }
    Optional<Lane> lane = lanes.take(testCase, this::isEnded);
    if (lane.isEmpty()) {
      return Optional.empty();
    }
    try {
      return unlessEnded(testCase, lane.get());
    } finally {
      lanes.giveBack(lane.get(), testCase);
    }
  }

  private Optional<Attempt> unlessEnded(Case testCase, Lane lane) throws InterruptedException {
    return isEnded() ? Optional.empty() : Optional.of(play(testCase, lane));
  }

  /**
   * Plays one case with no other under way. Whatever happens becomes its result, unless the time of
   * the run is over first.
   */
  Attempt play(Case testCase) throws InterruptedException {
    return play(testCase, whole);
  }

  private Attempt play(Case testCase, Lane lane) throws InterruptedException {
    Attempt attempt = player.play(testCase, lane, round);
    if (pace.isOver()) {
      return attempt;
    }
    results.add(testCase, attempt);
    synchronized (listener) {
      listener.finished(new CaseResult(testCase.info(), List.of(attempt)));
    }
    return attempt;
  }

  /** Makes all later cases watch mail for the whole quiet time. */
  void watchWholeTime() {
    pace.holdWindow().stayWhole();
  }

  /**
   * Plays the inconclusive cases of this round that are worth it once more, one after the other.
   */
  void tryAgain() throws InterruptedException {
    var retries = new RetryPolicy();
    watchWholeTime();
    for (Case testCase : plan.played()) {
      Optional<Attempt> firstAttempt = results.inconclusive(testCase, round);
      if (firstAttempt.isPresent()
          && !isEnded()
          && retries.isWorthRetrying(firstAttempt.get().observed())) {
        // The cause of the first failure may pass with time.
        boolean unused =
            new CountDownLatch(1)
                .await(
                    pace.atMost(connected.target().profile().quiet()).toMillis(),
                    TimeUnit.MILLISECONDS);
        Attempt second = player.playAgain(testCase, whole, round);
        if (!pace.isOver()) {
          retries.ended(firstAttempt.get().observed(), second.verdict());
          results.replace(testCase, second);
          synchronized (listener) {
            listener.triedAgain(new CaseResult(testCase.info(), List.of(second)));
          }
        }
      }
    }
  }

  /** Returns the results so far, in the order of the plan. */
  RunResult result() {
    return resultSoFar.of(round, synopsis);
  }

  /** Returns the result so far of a rule of every session. */
  CaseResult rule(Case testCase) {
    return resultSoFar.rule(testCase, round);
  }

  /** Reports the rules of every session, after all cases were played. */
  void reportRules() {
    resultSoFar
        .rules(round)
        .forEach(
            row -> {
              synchronized (listener) {
                listener.finished(row);
              }
            });
  }

  @Override
  public void close() {
    connected.close();
  }
}
