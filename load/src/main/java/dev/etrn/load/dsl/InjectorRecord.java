package dev.etrn.load.dsl;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.load.measure.EpochClock;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepListener;
import dev.etrn.load.run.InjectorFiles;
import dev.etrn.load.run.InjectorSummary;
import dev.etrn.load.run.Output;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.suites.transcript.Delivery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What an injector saw, as it goes to its files.
 *
 * <p>Times of replies count twice: from the write of the command, and, in the open model, from the
 * moment at which the session was to begin (the tag RESPONSE), so that a slow target cannot hide.
 */
final class InjectorRecord implements StepListener, AutoCloseable {

  private final InjectorFiles files;
  private final EpochClock clock = EpochClock.anchored();
  private final IntervalLog times;
  private final BufferedWriter asked;
  private final BufferedWriter sent;
  private final long startMillis = System.currentTimeMillis();
  private final Map<String, Long> firstOf = new ConcurrentHashMap<>();
  private final Map<Long, Long> intended = new ConcurrentHashMap<>();
  private final Set<Long> counted = ConcurrentHashMap.newKeySet();
  private final AtomicLong began = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong etrns = new AtomicLong();
  private final ScheduledExecutorService telling =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private InjectorRecord(InjectorFiles files) throws IOException {
    this.files = files;
    this.times = new IntervalLog(files.times(), startMillis);
    this.asked = Files.newBufferedWriter(files.asked());
    this.sent = Files.newBufferedWriter(files.sent());
    var unused = telling.scheduleAtFixedRate(this::tell, 1, 1, TimeUnit.SECONDS);
  }

  static InjectorRecord begin(InjectorFiles files) throws IOException {
    return new InjectorRecord(files);
  }

  /**
   * A session begins.
   *
   * @param number which of its population it is, from 0 on
   */
  void begins(Population population, long user, long number) {
    if (!Population.counts(population.name())) {
      return;
    }
    began.incrementAndGet();
    counted.add(user);
    long now = System.nanoTime();
    if (population.pace() instanceof Pace.Constant open) {
      long first = firstOf.computeIfAbsent(population.name(), name -> now);
      long due = first + (long) (number / open.perSecond() * 1e9);
      times.record("injector.LAG." + population.name(), now - due);
      intended.put(user, Math.min(now, due));
    } else if (!(population.pace() instanceof Pace.Concurrent)) {
      intended.put(user, now);
    }
  }

  @Override
  public void left(long user) {
    intended.remove(user);
    if (counted.remove(user)) {
      ended.incrementAndGet();
    }
  }

  @Override
  public void happened(Happened step) {
    if (!Population.counts(step.population())) {
      return;
    }
    String tag = step.population() + "." + step.step();
    steps.incrementAndGet();
    times.record(tag + "." + step.outcome().key(), step.endNanos() - step.startNanos());
    if (step.step() == Step.ETRN) {
      etrn(step);
    } else if (step.step() == Step.CONTENT) {
      sent(step);
    }
  }

  @Override
  public void close() {
    telling.shutdown();
    times.close();
    try {
      asked.close();
      sent.close();
      Files.writeString(
          files.summary(),
          new ObjectMapper()
              .writeValueAsString(
                  new InjectorSummary(startMillis, began.get(), ended.get(), steps.get(), 0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line for people who wait. */
  private void tell() {
    Output.line(
        began.get() + " sessions began, " + ended.get() + " ended, " + etrns.get() + " ETRNs");
  }

  private void etrn(Happened step) {
    etrns.incrementAndGet();
    int code = step.outcome().code();
    boolean isAccepted = code / 10 == 25 || step.outcome().key().equals("WRITTEN");
    String node = step.line().substring(step.line().indexOf(' ') + 1);
    write(asked, node + "," + clock.at(step.startNanos()) + "," + isAccepted);
    Long due = intended.get(step.user());
    if (due != null && step.outcome().isReply()) {
      times.record(step.population() + ".RESPONSE." + code, step.endNanos() - due);
    }
  }

  private void sent(Happened step) {
    int from = step.line().indexOf(Delivery.TOKEN_FIELD) + Delivery.TOKEN_FIELD.length() + 2;
    String token = step.line().substring(from, step.line().indexOf('\r', from));
    int code = step.outcome().code();
    if (code == 0 || code / 100 == 2) {
      write(sent, token + "," + (code / 100 == 2));
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
