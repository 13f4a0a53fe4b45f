package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.catalogue.Requirements;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunResult.TargetSeen;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Sink;
import dev.etrn.suites.wire.SinkUnavailable;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run whose sink listens and whose target answers: plays cases and keeps their results. */
final class OpenRun implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OpenRun.class);

  private final RunPlan plan;
  private final RunListener listener;
  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Optional<Sink> sink;
  private final RunningTarget target;
  private final TargetSeen seen;
  private final Map<String, CaseResult> results = new ConcurrentHashMap<>();

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
      TargetSeen seen = Probe.of(plan.target().name(), target);
      listener.started(seen, plan.cases().size());
      return new OpenRun(plan, listener, sink, target, seen);
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

  /** Plays one case; whatever happens becomes its result. */
  CaseResult play(Case one) throws InterruptedException {
    Optional<Need> lacking =
        one.info().needs().stream()
            .filter(need -> !target.profile().satisfies(need))
            .min(Comparator.naturalOrder());
    CaseResult result = lacking.isPresent() ? notApplicable(one, lacking.get()) : experiment(one);
    results.put(one.info().id(), result);
    synchronized (listener) {
      listener.finished(result);
    }
    return result;
  }

  private static CaseResult notApplicable(Case one, Need need) {
    return new CaseResult(
        one.info(),
        Verdict.NOT_APPLICABLE,
        "needs " + need.key() + ", which the configuration of this target does not give",
        0,
        new Transcript(one.info().id(), List.of()));
  }

  private CaseResult experiment(Case one) throws InterruptedException {
    long from = System.nanoTime();
    var stage = stage(one);
    Optional<RuntimeException> defect = Optional.empty();
    try (stage) {
      one.script().play(stage);
    } catch (RuntimeException e) {
      log.error("the script of {} failed", one.info().id(), e);
      defect = Optional.of(e);
    }
    Transcript transcript = stage.transcript(one.info().id());
    Outcome outcome = defect.map(OpenRun::error).orElseGet(() -> judged(one, transcript));
    long took = System.nanoTime() - from;
    return new CaseResult(one.info(), outcome.verdict(), outcome.observed(), took, transcript);
  }

  private CaseStage stage(Case one) {
    String prefix = Long.toHexString(plan.seed()) + "." + one.info().id();
    Optional<Sink> watched = one.info().releasesMail() ? sink : Optional.empty();
    watched.ifPresent(Sink::forgetClosed);
    return new CaseStage(prefix, target.address(), target.profile(), watched);
  }

  private Outcome judged(Case one, Transcript transcript) {
    try {
      return plan.profile().weigh(one.judge().judge(transcript), Requirements::byId);
    } catch (RuntimeException e) {
      log.error("the judge of {} failed", one.info().id(), e);
      return error(e);
    }
  }

  private static Outcome error(RuntimeException e) {
    return new Outcome(Verdict.ERROR, "a defect of the harness: " + e);
  }

  /** What is known by now, in the order of the plan. */
  RunResult result() {
    List<CaseResult> played =
        plan.cases().stream()
            .map(one -> results.get(one.info().id()))
            .filter(java.util.Objects::nonNull)
            .toList();
    return new RunResult(
        startedAt, plan.seed(), plan.profile(), seen, played.size() == plan.cases().size(), played);
  }

  @Override
  public void close() {
    target.close();
    sink.ifPresent(Sink::close);
  }
}
