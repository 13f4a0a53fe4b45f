package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunResult.TargetSeen;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.TargetLost;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Sink;
import dev.etrn.suites.wire.SinkUnavailable;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final RunListener listener;
  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Optional<Sink> sink;
  private final RunningTarget target;
  private final TargetSeen seen;
  private final Map<String, CaseResult> results = new ConcurrentHashMap<>();
  private final Presence presence;
  private volatile int round = 1;

  private OpenRun(
      RunPlan plan,
      RunListener listener,
      Optional<Sink> sink,
      RunningTarget target,
      TargetSeen seen) {
    this.plan = plan;
    this.listener = listener;
    this.sink = sink;
    this.target = target;
    this.seen = seen;
    this.presence = new Presence(target.address(), plan.rate(), target.profile().clientSettings());
  }

  /** Starts the sink, then the target, and asks it who it is. */
  static OpenRun open(RunPlan plan, RunListener listener)
      throws TargetUnavailable, SinkUnavailable {
    Optional<Sink> sink = Optional.empty();
    RunningTarget target = null;
    try {
      Optional<InetSocketAddress> at = plan.target().sinkListensAt();
      if (at.isPresent()) {
        sink = Optional.of(Sink.listen(at.get()));
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
      listener.started(probed.seen(), plan.cases().size() * plan.rounds());
      return new OpenRun(plan, listener, sink, probed, probed.seen());
    } catch (TargetUnavailable | RuntimeException e) {
      if (target != null) {
        target.close();
      }
      sink.ifPresent(Sink::close);
      throw e;
    }
  }

  RunPlan plan() {
    return plan;
  }

  /** What is played from now on belongs to this round; only between two rounds. */
  void begin(int next) {
    round = next;
  }

  /** Whether the target went away, so that nothing is left to play. */
  boolean isLost() {
    return presence.isLost();
  }

  /**
   * Looks whether the target is still there when all has been played.
   *
   * @throws TargetLost when it is not, now or since one of the cases
   */
  void requireTarget() throws TargetLost, InterruptedException {
    presence.look();
    if (presence.isLost()) {
      String last = presence.lastHeardIn().limit(MOST_NAMED).collect(Collectors.joining(", "));
      throw new TargetLost(
          seen.address()
              + " went away after "
              + result().cases().size()
              + " of "
              + plan.cases().size()
              + " cases, and answers no more; it was last heard in "
              + last
              + ": start it again, and see with --select whether one of these ends it");
    }
  }

  /** Plays one case; whatever happens becomes its result. */
  Attempt play(Case one) throws InterruptedException {
    Optional<Need> lacking = CaseStage.lacking(one, target.profile());
    Attempt attempt = lacking.isPresent() ? notPlayed(one, lacking.get()) : experiment(one);
    results.merge(
        one.info().id(), new CaseResult(one.info(), List.of(attempt)), OpenRun::withAttempts);
    synchronized (listener) {
      listener.finished(new CaseResult(one.info(), List.of(attempt)));
    }
    return attempt;
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

  private Attempt experiment(Case one) throws InterruptedException {
    long from = System.nanoTime();
    var stage = stage(one);
    try (stage) {
      one.script().play(stage);
    } catch (RuntimeException e) {
      log.error("the script of {} failed", one.info().id(), e);
      stage.fact(CaseJudge.DEFECT, e.toString());
    }
    Transcript transcript = stage.transcript(one.info().id());
    long nanos = System.nanoTime() - from;
    presence.ended(one.info().id(), from, transcript);
    return attempt(one, round, transcript, nanos);
  }

  private Attempt attempt(Case one, int in, Transcript transcript, long nanos) {
    Outcome outcome = CaseJudge.outcome(one, transcript, plan.profile());
    return new Attempt(in, outcome.verdict(), outcome.observed(), nanos, transcript);
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

  private CaseStage stage(Case one) {
    String unique = CaseStage.tokenPrefix(one, plan.seed(), round);
    Optional<Sink> watched = one.info().releasesMail() ? sink : Optional.empty();
    watched.ifPresent(Sink::forgetClosed);
    return new CaseStage(unique, target, watched, plan.rate());
  }

  /** What is known by now, in the order of the plan. */
  RunResult result() {
    List<CaseResult> played =
        plan.cases().stream()
            .flatMap(
                one ->
                    Stream.ofNullable(results.get(one.info().id()))
                        .map(result -> known(one, result)))
            .toList();
    boolean complete =
        played.stream().mapToInt(result -> result.attempts().size()).sum()
                == plan.cases().size() * plan.rounds()
            && !presence.isLost();
    return new RunResult(startedAt, plan.seed(), plan.profile(), seen, complete, played);
  }

  @Override
  public void close() {
    target.close();
    sink.ifPresent(Sink::close);
  }
}
