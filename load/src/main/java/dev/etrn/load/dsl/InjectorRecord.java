package dev.etrn.load.dsl;

import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.EpochClock;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.protocol.IntendedStart;
import dev.etrn.load.protocol.SessionListener;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepResult;
import dev.etrn.load.run.InjectorFiles;
import dev.etrn.load.run.InjectorSummary;
import dev.etrn.load.run.Output;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.shard.Arrivals;
import dev.etrn.load.shard.Shard;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an injector saw, as it goes to its files.
 *
 * <p>Times of replies count twice: from the write of the command, and, in the open model, from the
 * moment at which the session was to begin (the tag RESPONSE), so that a slow target cannot hide.
 */
final class InjectorRecord implements SessionListener, IntendedStart, AutoCloseable {

  /**
   * Intervals begin so much before the sessions of their second, which would be counted to the
   * second before whenever its end was noticed late.
   */
  private static final int AHEAD_MILLIS = 50;

  private final InjectorFiles files;
  private final Runnable whenGone;
  private final Map<String, Population> populations;
  private final EpochClock clock = EpochClock.anchored();
  private final Shard shard;
  private final Instant start;
  private final IntervalLog times;
  private final BufferedWriter asked;
  private final BufferedWriter sent;
  private final Map<String, Begun> begun = new ConcurrentHashMap<>();
  private final Map<Long, Token> messages = new ConcurrentHashMap<>();
  private final Set<Long> counted = ConcurrentHashMap.newKeySet();
  private final AtomicLong began = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong messagesSent = new AtomicLong();
  private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
  private final LongAccumulator firstCounting = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final LongAccumulator lastReply = new LongAccumulator(Math::max, 0);
  private final AtomicLong etrns = new AtomicLong();
  private final AtomicBoolean isFinished = new AtomicBoolean();
  private final TargetWatch gone = new TargetWatch();
  private final ScheduledExecutorService telling =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  /** The users of one population: when the first one started, and how many did. */
  private record Begun(long first, AtomicLong count) {}

  private InjectorRecord(
      InjectorFiles files, LoadPlan plan, Shard shard, Instant start, Runnable whenGone)
      throws IOException {
    this.files = files;
    this.shard = shard;
    this.start = start;
    this.whenGone = whenGone;
    this.populations =
        plan.populations().stream()
            .collect(Collectors.toMap(Population::name, Function.identity()));
    this.times = new IntervalLog(files.times(), start.toEpochMilli() - AHEAD_MILLIS);
    this.asked = Files.newBufferedWriter(files.asked());
    this.sent = Files.newBufferedWriter(files.sent());
  }

  /**
   * @param start when all injectors begin
   * @param whenGone ends this injector; called when there is nobody to load any more
   */
  static InjectorRecord begin(
      InjectorFiles files, LoadPlan plan, Shard shard, Instant start, Runnable whenGone)
      throws IOException {
    var record = new InjectorRecord(files, plan, shard, start, whenGone);
    var unused = record.telling.scheduleAtFixedRate(record::tell, 1, 1, TimeUnit.SECONDS);
    return record;
  }

  /** In the open model sessions are due at known distances from the first one. */
  @Override
  public long nanos(String scenario, long user, long startedNanos) {
    first.accumulateAndGet(clock.at(startedNanos), Math::min);
    if (!Population.counts(scenario)) {
      return startedNanos;
    }
    firstCounting.accumulate(clock.at(startedNanos));
    began.incrementAndGet();
    counted.add(user);
    Population population = populations.get(scenario);
    if (population == null || !isTimed(population.pace())) {
      return startedNanos;
    }
    Begun begun =
        this.begun.computeIfAbsent(scenario, s -> new Begun(startedNanos, new AtomicLong()));
    var arrivals = new Arrivals(population.pace());
    long nth = shard.number(begun.count().getAndIncrement());
    long due = begun.first() + arrivals.nanos(nth) - arrivals.nanos(shard.number(0));
    times.record("injector.LAG." + scenario, startedNanos - due);
    return Math.min(startedNanos, due);
  }

  /** Of sessions that begin all at once the target's own speed decides which is the last. */
  private static boolean isTimed(Pace pace) {
    return pace instanceof Pace.Constant || pace instanceof Pace.Steps;
  }

  /** A user is about to send a message. */
  void sends(long user, Token token) {
    messages.put(user, token);
  }

  @Override
  public void ended(StepResult step) {
    if (!Population.counts(step.scenario())) {
      return;
    }
    steps.incrementAndGet();
    gone.saw(step);
    if (step.code() != 0) {
      lastReply.accumulate(clock.at(step.endNanos()));
    }
    String tag = word(step.scenario()) + "." + name(step) + ".";
    times.record(tag + key(step), step.serviceNanos());
    if (step.node() != null) {
      etrn(step, step.node());
    } else if (step.step() == Step.CONTENT) {
      sent(step);
    }
  }

  @Override
  public void left(String scenario, long user) {
    messages.remove(user);
    if (counted.remove(user)) {
      ended.incrementAndGet();
    }
  }

  /** Writes the summary, which says that this injector came to its end. */
  void finish(GatlingRun.Outcome outcome) throws IOException {
    finish(outcome.isLogIncomplete() ? 1 : outcome.exitCode(), "");
  }

  /** Writes the summary of an injector that has to end now; does nothing when it ended already. */
  void cut() throws IOException {
    finish(0, gone.isGone() ? "the target refused every connection" : "the load was interrupted");
  }

  private void finish(int exit, String cut) throws IOException {
    if (!isFinished.compareAndSet(false, true)) {
      return;
    }
    close();
    files.end(
        new InjectorSummary(
            late(),
            began.get() == 0 ? 0 : firstCounting.get(),
            lastReply.get(),
            began.get(),
            ended.get(),
            steps.get(),
            etrns.get(),
            messagesSent.get(),
            exit,
            cut));
  }

  /** Writes what is pending; closing twice does nothing. */
  @Override
  public void close() {
    telling.shutdown();
    times.close();
    try {
      asked.close();
      sent.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nanoseconds from the start to the first session of all; 0 when none began. */
  private long late() {
    long due = start.getEpochSecond() * 1_000_000_000L + start.getNano();
    return first.get() == Long.MAX_VALUE ? 0 : Math.max(0, first.get() - due);
  }

  /** A line for people who wait. */
  private void tell() {
    if (gone.isGoneAfterAnotherSecond()) {
      telling.shutdown();
      whenGone.run();
      return;
    }
    Output.line(
        began.get() + " sessions began, " + ended.get() + " ended, " + etrns.get() + " ETRNs");
  }

  /** As tags have it: a scenario of a user's own may have any name. */
  private static String word(String scenario) {
    return scenario.replaceAll("[^A-Za-z0-9-]+", "-");
  }

  /** An ETRN that is left unanswered on purpose is an ETRN. */
  private static Step name(StepResult step) {
    return step.node() != null ? Step.ETRN : step.step();
  }

  private static String key(StepResult step) {
    if (step.error() != null) {
      return step.error().name();
    } else if (step.code() != 0) {
      return Integer.toString(step.code());
    }
    return step.step() == Step.DROP ? "WRITTEN" : "OK";
  }

  private void etrn(StepResult step, String node) {
    etrns.incrementAndGet();
    boolean isWritten = step.step() == Step.DROP && step.error() == null;
    boolean isAccepted = step.code() / 10 == 25 || isWritten;
    write(asked, node + "," + clock.at(step.startNanos()) + "," + isAccepted);
    Population population = populations.get(step.scenario());
    boolean isOpen = population != null && !(population.pace() instanceof Pace.Concurrent);
    if (isOpen && step.code() != 0) {
      times.record(
          word(step.scenario()) + ".RESPONSE." + step.code(),
          step.endNanos() - step.intendedStartNanos());
    }
  }

  /** A message whose reply was not seen may have been taken. */
  private void sent(StepResult step) {
    Token token = messages.get(step.user());
    boolean isTaken = step.code() / 100 == 2;
    if (token != null && (isTaken || step.code() == 0)) {
      messagesSent.incrementAndGet();
      write(sent, token.text() + "," + isTaken);
    }
  }

  private static void write(BufferedWriter to, String line) {
    try {
      synchronized (to) {
        to.write(line);
        to.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
