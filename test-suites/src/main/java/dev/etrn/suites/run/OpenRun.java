package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.SessionRules;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.inquiry.role.RoleCheck;
import dev.etrn.suites.inquiry.role.RoleFindings;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.evaluation.CaseJudge;
import dev.etrn.suites.run.evaluation.SessionRuleResults;
import dev.etrn.suites.run.liveness.Probe;
import dev.etrn.suites.run.liveness.ProbedTarget;
import dev.etrn.suites.run.liveness.TargetLiveness;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.run.stage.CaseStage;
import dev.etrn.suites.run.stage.ConnectionRefusal;
import dev.etrn.suites.run.stage.ConnectionThrottle;
import dev.etrn.suites.run.stage.Lane;
import dev.etrn.suites.run.stage.LanePool;
import dev.etrn.suites.run.stage.TargetPace;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.TargetLostException;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.RunToken;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.sink.Sink;
import dev.etrn.suites.wire.sink.SinkLane;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run under way, with a sink and a target that answers; it plays cases and keeps their results.
 */
final class OpenRun implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OpenRun.class);

  private static final Set<Verdict> FINDINGS = EnumSet.of(Verdict.FAIL, Verdict.WARN, Verdict.NOTE);
  private static final int MOST_NAMED = 8;

  private final RunPlan plan;
  private final RunToken token;
  private final RunListener listener;
  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Optional<Sink> sink;
  private final RunningTarget target;
  private final TargetSeen seen;
  private final Map<String, CaseResult> results = new ConcurrentHashMap<>();
  private final TargetLiveness liveness;
  private final TargetPace pace;
  private final ConnectionThrottle throttle;
  private final LanePool lanes;
  private final Lane whole;
  private volatile int round = 1;
  private volatile Optional<String> synopsis = Optional.empty();
  private volatile Optional<Duration> missed = Optional.empty();

  private OpenRun(
      RunPlan plan,
      RunToken token,
      RunListener listener,
      Optional<Sink> sink,
      RunningTarget target,
      TargetSeen seen) {
    this.plan = plan;
    this.token = token;
    this.listener = listener;
    this.sink = sink;
    this.target = target;
    this.seen = seen;
    this.pace = new TargetPace(plan.bounds());
    this.throttle = new ConnectionThrottle(plan.rate(), pace, plan.bounds().adapts());
    this.whole = Lane.whole(target.profile(), sink);
    this.lanes = new LanePool(Lane.all(target.profile(), sink));
    this.liveness =
        new TargetLiveness(target.address(), plan.rate(), target.profile().clientSettings());
  }

  /** Starts the sink, then the target, and probes it. */
  static OpenRun open(RunPlan plan, RunListener listener)
      throws TargetUnavailableException, SinkUnavailableException {
    var token = RunToken.fresh();
    Optional<Sink> sink = Optional.empty();
    RunningTarget target = null;
    try {
      Optional<InetSocketAddress> sinkAddress = plan.target().sinkListensAt();
      if (sinkAddress.isPresent()) {
        sink =
            Optional.of(
                Sink.listen(sinkAddress.get(), token, plan.target().profile().client().sender()));
      }
      listener.starting(plan.target().name());
      target = plan.target().start(sink.map(Sink::address));
      ProbedTarget probed =
          Probe.of(
              plan.target().name(),
              target,
              () -> {
                synchronized (listener) {
                  listener.waitingForGreeting(plan.target().name());
                }
              });
      listener.started(probed.seen(), plan.steps());
      return new OpenRun(plan, token, listener, sink, probed, probed.seen());
    } catch (TargetUnavailableException | RuntimeException e) {
      if (target != null) {
        target.close();
      }
      sink.ifPresent(Sink::close);
      throw e;
    }
  }

  /** Checks that the configured names have their roles; moves mail only if cases move some. */
  void checkRoles() throws InterruptedException {
    boolean movesMail = plan.cases().stream().anyMatch(testCase -> testCase.info().releasesMail());
    String token = Long.toHexString(plan.seed()) + ".roles-1";
    RoleFindings roles =
        RoleCheck.of(target, movesMail ? sink : Optional.empty(), plan.rate(), token);
    synopsis = roles.synopsis();
    if (roles.hasHeld()) {
      pace.holdWindow().ended(true);
    }
    missed = roles.missed().filter(time -> time.compareTo(target.profile().within()) >= 0);
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
          seen.address()
              + " went away after "
              + results.size()
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
    Optional<Need> lacking = lane.profile().lacking(testCase.info().needs());
    Attempt attempt =
        lacking.isPresent()
            ? notPlayed(testCase, lacking.get())
            : experiment(testCase, lane, false);
    if (pace.isOver()) {
      return attempt;
    }
    results.merge(
        testCase.info().id(),
        new CaseResult(testCase.info(), List.of(attempt)),
        OpenRun::withAttempts);
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
      Optional<Attempt> firstAttempt = inconclusive(testCase);
      if (firstAttempt.isPresent()
          && !isEnded()
          && retries.isWorthRetrying(firstAttempt.get().observed())) {
        // The cause of the first failure may pass with time.
        boolean unused =
            new CountDownLatch(1)
                .await(pace.atMost(target.profile().quiet()).toMillis(), TimeUnit.MILLISECONDS);
        Attempt second = experiment(testCase, whole, true);
        if (!pace.isOver()) {
          retries.ended(firstAttempt.get().observed(), second.verdict());
          results.computeIfPresent(testCase.info().id(), (id, result) -> replaced(result, second));
          synchronized (listener) {
            listener.triedAgain(new CaseResult(testCase.info(), List.of(second)));
          }
        }
      }
    }
  }

  private Optional<Attempt> inconclusive(Case testCase) {
    return Stream.ofNullable(results.get(testCase.info().id()))
        .flatMap(result -> result.attempts().stream())
        .filter(a -> a.round() == round && a.verdict() == Verdict.INCONCLUSIVE)
        .findFirst();
  }

  private static CaseResult replaced(CaseResult result, Attempt retry) {
    return new CaseResult(
        result.info(),
        result.attempts().stream().map(a -> a.round() == retry.round() ? retry : a).toList());
  }

  private static CaseResult withAttempts(CaseResult earlier, CaseResult later) {
    return new CaseResult(
        earlier.info(),
        Stream.concat(earlier.attempts().stream(), later.attempts().stream()).toList());
  }

  private Attempt notPlayed(Case testCase, Need need) {
    var lacks = Facts.LACKS.at(0, need.key());
    return attempt(testCase, round, new Transcript(testCase.info().id(), List.of(lacks)), 0);
  }

  /**
   * @param isRetry true if the case was played before in this round
   */
  private Attempt experiment(Case testCase, Lane lane, boolean isRetry)
      throws InterruptedException {
    long startNanos = System.nanoTime();
    var stage = stage(testCase, lane, isRetry);
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
    Attempt attempt = attempt(testCase, round, transcript, nanos);
    if (attempt.verdict() == Verdict.INCONCLUSIVE) {
      ConnectionRefusal.inSession(transcript)
          .ifPresent(refusal -> throttle.turnedAway(refusal.reason()));
    }
    return attempt;
  }

  private Attempt attempt(Case testCase, int attemptRound, Transcript transcript, long nanos) {
    Outcome outcome = CaseJudge.outcome(testCase, transcript, plan.profile(), plan.rules());
    return new Attempt(attemptRound, outcome, nanos, transcript);
  }

  /** Returns the result of a case, judged again if the target may have gone meanwhile. */
  private CaseResult rejudged(Case testCase, CaseResult result) {
    return liveness.isLost()
        ? new CaseResult(
            testCase.info(),
            result.attempts().stream().map(attempt -> rejudged(testCase, attempt)).toList())
        : result;
  }

  private Attempt rejudged(Case testCase, Attempt attempt) {
    boolean isLast = attempt.round() == round && liveness.mayHaveSeenItGo(testCase.info().id());
    if (!isLast || !FINDINGS.contains(attempt.verdict())) {
      return attempt;
    }
    var lost = Facts.TARGET_WENT.at(attempt.nanos(), seen.address());
    return attempt(testCase, attempt.round(), attempt.transcript().with(lost), attempt.nanos());
  }

  private CaseStage stage(Case testCase, Lane lane, boolean isRetry) {
    String firstPrefix = CaseStage.tokenPrefix(testCase, plan.seed(), round);
    String prefix = isRetry ? firstPrefix + ".again" : firstPrefix;
    Lane caseLane = testCase.info().releasesMail() ? lane : lane.blind();
    caseLane.sink().ifPresent(SinkLane::forgetClosed);
    var stage = new CaseStage(prefix, target, caseLane, throttle, pace, token);
    missed.ifPresent(time -> stage.fact(Facts.FIRST_MISSING, time));
    return stage;
  }

  /** Returns the results so far, in the order of the plan. */
  RunResult result() {
    List<CaseResult> played = played();
    boolean complete =
        played.stream().mapToInt(result -> result.attempts().size()).sum()
                == plan.played().size() * plan.rounds()
            && !liveness.isLost();
    return new RunResult(startedAt, plan.seed(), plan.profile(), seen, complete, reported(played))
        .withNotices(notices(played))
        .with(synopsis);
  }

  private List<CaseResult> played() {
    return plan.played().stream()
        .flatMap(
            testCase ->
                Stream.ofNullable(results.get(testCase.info().id()))
                    .map(result -> rejudged(testCase, result)))
        .toList();
  }

  private LeftoverMail leftovers(Sink exchanger, List<CaseResult> played) {
    // A target that the harness started itself loses its queue at the end of the run.
    Map<String, Integer> waiting =
        plan.target() instanceof RemoteTarget
            ? played.stream()
                .flatMap(result -> result.attempts().stream())
                .flatMap(attempt -> attempt.transcript().all(Event.Injected.class))
                .filter(message -> !exchanger.has(message.token()))
                .collect(Collectors.toMap(Event.Injected::recipient, m -> 1, Integer::sum))
            : Map.of();
    return new LeftoverMail(exchanger.othersMail(), exchanger.leftOver(), waiting);
  }

  /** Returns the results of the selected cases, and of the rules among them. */
  private List<CaseResult> reported(List<CaseResult> played) {
    Set<String> selectedIds =
        plan.cases().stream().map(testCase -> testCase.info().id()).collect(Collectors.toSet());
    return Stream.concat(
            played.stream().filter(result -> selectedIds.contains(result.info().id())),
            SessionRuleResults.of(plan.rules(), played, plan.profile()).stream())
        .toList();
  }

  /** Returns the result so far of a rule of every session. */
  CaseResult rule(Case testCase) {
    SessionRule rule = SessionRules.find(testCase.info().id()).orElseThrow();
    return SessionRuleResults.of(List.of(rule), played(), plan.profile()).get(0);
  }

  /** Reports the rules of every session, after all cases were played. */
  void reportRules() {
    SessionRuleResults.of(plan.rules(), played(), plan.profile())
        .forEach(
            row -> {
              synchronized (listener) {
                listener.finished(row);
              }
            });
  }

  /** Returns the notices about the run as a whole. */
  private List<String> notices(List<CaseResult> played) {
    var notices = new ArrayList<String>();
    if (pace.isOver()) {
      Set<String> playedIds = played.stream().map(r -> r.info().id()).collect(Collectors.toSet());
      List<String> missing =
          plan.played().stream()
              .map(testCase -> testCase.info().id())
              .filter(id -> !playedIds.contains(id))
              .toList();
      notices.add(UnplayedCases.sentence(missing, pace.maxTime()));
    }
    notices.addAll(throttle.notices());
    notices.addAll(pace.notices());
    sink.ifPresent(s -> notices.addAll(leftovers(s, played).sentences()));
    return notices;
  }

  @Override
  public void close() {
    target.close();
    sink.ifPresent(Sink::close);
  }
}
