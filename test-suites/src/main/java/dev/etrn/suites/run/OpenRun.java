package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.SessionRules;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.inquiry.role.RoleCheck;
import dev.etrn.suites.inquiry.role.RoleFindings;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.judge.mail.FirstMessage;
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

/** A run whose sink listens and whose target answers: plays cases and keeps their results. */
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
  private final TargetLiveness presence;
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
    this.presence =
        new TargetLiveness(target.address(), plan.rate(), target.profile().clientSettings());
  }

  /** Starts the sink, then the target, and asks it who it is. */
  static OpenRun open(RunPlan plan, RunListener listener)
      throws TargetUnavailableException, SinkUnavailableException {
    var token = RunToken.fresh();
    Optional<Sink> sink = Optional.empty();
    RunningTarget target = null;
    try {
      Optional<InetSocketAddress> at = plan.target().sinkListensAt();
      if (at.isPresent()) {
        sink = Optional.of(Sink.listen(at.get(), token, plan.target().profile().client().sender()));
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

  /** Looks whether the configured names have their roles; mail moves only when cases move some. */
  void checkRoles() throws InterruptedException {
    boolean movesMail = plan.cases().stream().anyMatch(one -> one.info().releasesMail());
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

  /** What is played from now on belongs to this round; only between two rounds. */
  void begin(int next) {
    round = next;
    lanes.begin(inOrder());
  }

  /**
   * The cases of a round as they are begun: where several are played at once, the longest first.
   */
  List<Case> inOrder() {
    return lanes.isOne() ? plan.played() : Case.longestFirst(plan.played());
  }

  /** Whether the target went away, so that nothing is left to play. */
  boolean isLost() {
    return presence.isLost();
  }

  /**
   * Looks whether the target is still there when all has been played.
   *
   * @throws TargetLostException when it is not, now or since one of the cases
   */
  void requireTarget() throws TargetLostException, InterruptedException {
    if (!pace.isOver()) {
      presence.look();
    }
    if (presence.isLost()) {
      String last = presence.lastHeardIn().limit(MOST_NAMED).collect(Collectors.joining(", "));
      throw new TargetLostException(
          seen.address()
              + " went away after "
              + results.size()
              + " of "
              + plan.played().size()
              + " cases, and answers no more; it was last heard in "
              + last
              + ": start it again, and see with --select whether one of these ends it");
    }
  }

  /** Whether nothing is left to play, or no time for it. */
  boolean isEnded() {
    return isLost() || pace.isOver();
  }

  /**
   * Plays one case while others may be under way: one that moves mail waits for a lane.
   *
   * @return empty when the run ended before
   */
  Optional<Attempt> playBeside(Case one) throws InterruptedException {
    if (!one.info().releasesMail()) {
      lanes.awaitTurn(one, this::isEnded);
      try {
        return unlessEnded(one, whole);
      } finally {
        lanes.observed();
      }
    }
    Optional<Lane> lane = lanes.take(one, this::isEnded);
    if (lane.isEmpty()) {
      return Optional.empty();
    }
    try {
      return unlessEnded(one, lane.get());
    } finally {
      lanes.giveBack(lane.get(), one);
    }
  }

  private Optional<Attempt> unlessEnded(Case one, Lane lane) throws InterruptedException {
    return isEnded() ? Optional.empty() : Optional.of(play(one, lane));
  }

  /**
   * Plays one case with no other under way; whatever happens becomes its result, unless the time of
   * the run is over before its end.
   */
  Attempt play(Case one) throws InterruptedException {
    return play(one, whole);
  }

  private Attempt play(Case one, Lane lane) throws InterruptedException {
    Optional<Need> lacking = lane.profile().lacking(one.info().needs());
    Attempt attempt =
        lacking.isPresent() ? notPlayed(one, lacking.get()) : experiment(one, lane, false);
    if (pace.isOver()) {
      return attempt;
    }
    results.merge(
        one.info().id(), new CaseResult(one.info(), List.of(attempt)), OpenRun::withAttempts);
    synchronized (listener) {
      listener.finished(new CaseResult(one.info(), List.of(attempt)));
    }
    return attempt;
  }

  /** No case is judged, from now on, by mail that was watched for a part of the quiet time. */
  void watchWholeTime() {
    pace.holdWindow().stayWhole();
  }

  /** Plays those cases of this round once more that may end otherwise, one after the other. */
  void tryAgain() throws InterruptedException {
    var causes = new RetryPolicy();
    watchWholeTime();
    for (Case one : plan.played()) {
      Optional<Attempt> first = inconclusive(one);
      if (first.isPresent() && !isEnded() && causes.isWorthATry(first.get().observed())) {
        // What made the first try fail may need time to pass.
        boolean unused =
            new CountDownLatch(1)
                .await(pace.atMost(target.profile().quiet()).toMillis(), TimeUnit.MILLISECONDS);
        Attempt second = experiment(one, whole, true);
        if (!pace.isOver()) {
          causes.ended(first.get().observed(), second.verdict());
          results.computeIfPresent(one.info().id(), (id, result) -> replaced(result, second));
          synchronized (listener) {
            listener.triedAgain(new CaseResult(one.info(), List.of(second)));
          }
        }
      }
    }
  }

  private Optional<Attempt> inconclusive(Case one) {
    return Stream.ofNullable(results.get(one.info().id()))
        .flatMap(result -> result.attempts().stream())
        .filter(a -> a.round() == round && a.verdict() == Verdict.INCONCLUSIVE)
        .findFirst();
  }

  private static CaseResult replaced(CaseResult result, Attempt later) {
    return new CaseResult(
        result.info(),
        result.attempts().stream().map(a -> a.round() == later.round() ? later : a).toList());
  }

  private static CaseResult withAttempts(CaseResult earlier, CaseResult later) {
    return new CaseResult(
        earlier.info(),
        Stream.concat(earlier.attempts().stream(), later.attempts().stream()).toList());
  }

  private Attempt notPlayed(Case one, Need need) {
    var lacks = new Event.Fact(0, CaseJudge.LACKS, need.key());
    return attempt(one, round, new Transcript(one.info().id(), List.of(lacks)), 0);
  }

  /**
   * @param isAgain whether it was played before in this round
   */
  private Attempt experiment(Case one, Lane lane, boolean isAgain) throws InterruptedException {
    long from = System.nanoTime();
    var stage = stage(one, lane, isAgain);
    try (stage) {
      if (isAgain) {
        stage.fact(CaseJudge.AGAIN, "true");
      }
      one.script().play(stage);
    } catch (RuntimeException | Error e) {
      // An error of Java is a defect of one case too: what the others found is worth keeping.
      log.error("the script of {} failed", one.info().id(), e);
      stage.fact(CaseJudge.DEFECT, e.toString());
    }
    Transcript transcript = stage.transcript(one.info().id());
    long nanos = System.nanoTime() - from;
    if (!pace.isOver()) {
      pace.ended(transcript);
      presence.ended(one.info().id(), from, transcript);
    }
    Attempt attempt = attempt(one, round, transcript, nanos);
    if (attempt.verdict() == Verdict.INCONCLUSIVE) {
      ConnectionRefusal.inSession(transcript)
          .ifPresent(refusal -> throttle.turnedAway(refusal.how()));
    }
    return attempt;
  }

  private Attempt attempt(Case one, int in, Transcript transcript, long nanos) {
    Outcome outcome = CaseJudge.outcome(one, transcript, plan.profile(), plan.rules());
    return new Attempt(in, outcome, nanos, transcript);
  }

  /** The result of a case, judged again where the target may have gone meanwhile. */
  private CaseResult known(Case one, CaseResult result) {
    return presence.isLost()
        ? new CaseResult(
            one.info(), result.attempts().stream().map(attempt -> known(one, attempt)).toList())
        : result;
  }

  private Attempt known(Case one, Attempt attempt) {
    boolean isLast = attempt.round() == round && presence.mayHaveSeenItGo(one.info().id());
    if (!isLast || !FINDINGS.contains(attempt.verdict())) {
      return attempt;
    }
    var went = new Event.Fact(attempt.nanos(), CaseJudge.WENT, seen.address());
    return attempt(one, attempt.round(), attempt.transcript().with(went), attempt.nanos());
  }

  private CaseStage stage(Case one, Lane lane, boolean isAgain) {
    String first = CaseStage.tokenPrefix(one, plan.seed(), round);
    String unique = isAgain ? first + ".again" : first;
    Lane watched = one.info().releasesMail() ? lane : lane.blind();
    watched.sink().ifPresent(SinkLane::forgetClosed);
    var stage = new CaseStage(unique, target, watched, throttle, pace, token);
    missed.ifPresent(time -> stage.fact(FirstMessage.MISSING, time.toMillis() + " ms"));
    return stage;
  }

  /** What is known by now, in the order of the plan. */
  RunResult result() {
    List<CaseResult> played = played();
    boolean complete =
        played.stream().mapToInt(result -> result.attempts().size()).sum()
                == plan.played().size() * plan.rounds()
            && !presence.isLost();
    return new RunResult(startedAt, plan.seed(), plan.profile(), seen, complete, reported(played))
        .withNotices(notices(played))
        .with(synopsis);
  }

  private List<CaseResult> played() {
    return plan.played().stream()
        .flatMap(
            one ->
                Stream.ofNullable(results.get(one.info().id())).map(result -> known(one, result)))
        .toList();
  }

  private LeftoverMail leftovers(Sink exchanger, List<CaseResult> played) {
    // The queue of a target that the harness started itself ends with the run.
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

  /** The results of the cases that were asked for, and of the rules among them. */
  private List<CaseResult> reported(List<CaseResult> played) {
    Set<String> asked =
        plan.cases().stream().map(one -> one.info().id()).collect(Collectors.toSet());
    return Stream.concat(
            played.stream().filter(result -> asked.contains(result.info().id())),
            SessionRuleResults.of(plan.rules(), played, plan.profile()).stream())
        .toList();
  }

  /** What is known by now of a rule of every session. */
  CaseResult rule(Case one) {
    SessionRule rule = SessionRules.find(one.info().id()).orElseThrow();
    return SessionRuleResults.of(List.of(rule), played(), plan.profile()).get(0);
  }

  /** Tells of the rules of every session, now that all cases were played. */
  void tellOfRules() {
    SessionRuleResults.of(plan.rules(), played(), plan.profile())
        .forEach(
            row -> {
              synchronized (listener) {
                listener.finished(row);
              }
            });
  }

  /** What is told of the run as a whole. */
  private List<String> notices(List<CaseResult> played) {
    var notices = new ArrayList<String>();
    if (pace.isOver()) {
      Set<String> known = played.stream().map(r -> r.info().id()).collect(Collectors.toSet());
      List<String> missing =
          plan.played().stream()
              .map(one -> one.info().id())
              .filter(id -> !known.contains(id))
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
