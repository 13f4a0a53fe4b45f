package dev.etrn.load.injector;

import dev.etrn.load.coordination.InjectorFiles;
import dev.etrn.load.coordination.InjectorSummary;
import dev.etrn.load.engine.GatlingRun;
import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.EpochClock;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.process.ProcessOutput;
import dev.etrn.load.protocol.IntendedStart;
import dev.etrn.load.protocol.SessionListener;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepResult;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * The recorder of an injector's observations; it writes them to the injector's files.
 *
 * <p>It records the time of a reply twice: from the write of the command, and, in the open model,
 * from the moment at which the session was due ({@link StepTag#ofResponse}), so that a slow target
 * cannot hide behind sessions that start late.
 */
final class InjectorRecorder implements SessionListener, IntendedStart, AutoCloseable {

  /**
   * The time by which intervals begin before the sessions of their second. Without it, sessions
   * would count in the previous second whenever its end was noticed late.
   */
  private static final int AHEAD_MILLIS = 50;

  private final InjectorFiles files;
  private final Instant start;
  private final Runnable whenGone;
  private final EpochClock clock = EpochClock.anchored();
  private final IntervalLog times;
  private final EtrnAndMailLog ledger;
  private final SessionCensus sessions;
  private final TargetLossDetector lossDetector = new TargetLossDetector();
  private final Map<Long, Token> messages = new ConcurrentHashMap<>();
  private final AtomicLong steps = new AtomicLong();
  private final LongAccumulator lastReply = new LongAccumulator(Math::max, 0);
  private final AtomicBoolean isFinished = new AtomicBoolean();
  private final ScheduledExecutorService progressTimer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private InjectorRecorder(
      InjectorFiles files, LoadPlan plan, Shard shard, Instant start, Runnable whenGone)
      throws IOException {
    this.files = files;
    this.start = start;
    this.whenGone = whenGone;
    this.times = new IntervalLog(files.times(), start.toEpochMilli() - AHEAD_MILLIS);
    this.ledger = new EtrnAndMailLog(files);
    this.sessions = new SessionCensus(plan, shard, clock, times);
  }

  /**
   * Creates a recorder, and starts its progress output.
   *
   * @param start the instant at which all injectors begin
   * @param whenGone an action that ends this injector; called when the target is lost
   */
  static InjectorRecorder begin(
      InjectorFiles files, LoadPlan plan, Shard shard, Instant start, Runnable whenGone)
      throws IOException {
    var recorder = new InjectorRecorder(files, plan, shard, start, whenGone);
    var unused =
        recorder.progressTimer.scheduleAtFixedRate(recorder::printProgress, 1, 1, TimeUnit.SECONDS);
    return recorder;
  }

  @Override
  public long nanos(String scenario, long user, long startedNanos) {
    return sessions.nanos(scenario, user, startedNanos);
  }

  /** Called when a user is about to send a message. */
  void sends(long user, Token token) {
    messages.put(user, token);
  }

  @Override
  public void ended(StepResult step) {
    if (!Population.counts(step.scenario())) {
      return;
    }
    steps.incrementAndGet();
    lossDetector.saw(step);
    if (step.code() != 0) {
      lastReply.accumulate(clock.at(step.endNanos()));
    }
    StepTag tag = StepTag.of(step);
    times.record(tag, step.serviceNanos());
    if (step.node() != null) {
      etrn(step, step.node(), tag.isAccepted() || tag.isWritten());
    } else if (step.step() == Step.CONTENT) {
      sent(step);
    }
  }

  private void etrn(StepResult step, String node, boolean isAccepted) {
    ledger.asked(node, clock.at(step.startNanos()), isAccepted);
    if (sessions.isOpen(step.scenario()) && step.code() != 0) {
      times.record(StepTag.ofResponse(step), step.endNanos() - step.intendedStartNanos());
    }
  }

  private void sent(StepResult step) {
    Token token = messages.get(step.user());
    boolean isTaken = step.code() / 100 == 2;
    // A message whose reply was not seen may have been taken over.
    if (token != null && (isTaken || step.code() == 0)) {
      ledger.sent(token, isTaken);
    }
  }

  @Override
  public void left(String scenario, long user) {
    messages.remove(user);
    sessions.left(user);
  }

  /** Prints a line of progress. */
  private void printProgress() {
    if (lossDetector.isGoneAfterAnotherSecond()) {
      progressTimer.shutdown();
      whenGone.run();
      return;
    }
    ProcessOutput.line(
        sessions.came()
            + " sessions began, "
            + sessions.gone()
            + " ended, "
            + ledger.etrns()
            + " ETRNs");
  }

  /** Writes the summary, which marks the end of this injector. */
  void finish(GatlingRun.Outcome outcome) throws IOException {
    finish(outcome.isLogIncomplete() ? 1 : outcome.exitCode(), "");
  }

  /**
   * Writes the summary of an injector that has to end now; does nothing if it has ended already.
   */
  void cut() throws IOException {
    finish(
        0,
        lossDetector.isGone() ? "the target refused every connection" : "the load was interrupted");
  }

  private void finish(int engineExit, String cut) throws IOException {
    if (!isFinished.compareAndSet(false, true)) {
      return;
    }
    close();
    files.end(
        new InjectorSummary(
            sessions.lateNanos(start),
            sessions.firstNanos(),
            lastReply.get(),
            sessions.came(),
            sessions.gone(),
            steps.get(),
            ledger.etrns(),
            ledger.messages(),
            engineExit,
            cut));
  }

  /** Writes what is pending; closing twice does nothing. */
  @Override
  public void close() {
    progressTimer.shutdown();
    times.close();
    ledger.close();
  }
}
