package dev.etrn.load.injector;

import dev.etrn.load.measure.EpochClock;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.protocol.IntendedStart;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.shard.SessionSchedule;
import dev.etrn.load.shard.Shard;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is due when, who came, and who has left: the sessions of an injector, but for warm-up. */
final class SessionCensus implements IntendedStart {

  private final Map<String, Population> populations;
  private final Shard shard;
  private final EpochClock clock;
  private final IntervalLog times;
  private final Map<String, PopulationStart> begun = new ConcurrentHashMap<>();
  private final Set<Long> present = ConcurrentHashMap.newKeySet();
  private final AtomicLong came = new AtomicLong();
  private final AtomicLong left = new AtomicLong();
  private final LongAccumulator first = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final LongAccumulator firstCounting = new LongAccumulator(Math::min, Long.MAX_VALUE);

  /** The users of one population: when the first one started, and how many did. */
  private record PopulationStart(long first, AtomicLong count) {}

  /**
   * @param times is told how late each session is ({@link StepTag#ofLag})
   */
  SessionCensus(LoadPlan plan, Shard shard, EpochClock clock, IntervalLog times) {
    this.populations =
        plan.populations().stream()
            .collect(Collectors.toMap(Population::name, Function.identity()));
    this.shard = shard;
    this.clock = clock;
    this.times = times;
  }

  /** In the open model sessions are due at known distances from the first one. */
  @Override
  public long nanos(String scenario, long user, long startedNanos) {
    first.accumulate(clock.at(startedNanos));
    if (!Population.counts(scenario)) {
      return startedNanos;
    }
    firstCounting.accumulate(clock.at(startedNanos));
    came.incrementAndGet();
    present.add(user);
    Population population = populations.get(scenario);
    return population == null || !isTimed(population.pace())
        ? startedNanos
        : Math.min(startedNanos, due(scenario, population.pace(), startedNanos));
  }

  private long due(String scenario, Pace pace, long startedNanos) {
    PopulationStart begun =
        this.begun.computeIfAbsent(
            scenario, s -> new PopulationStart(startedNanos, new AtomicLong()));
    var arrivals = new SessionSchedule(pace);
    long nth = shard.number(begun.count().getAndIncrement());
    long due = begun.first() + arrivals.nanos(nth) - arrivals.nanos(shard.number(0));
    times.record(StepTag.ofLag(scenario), startedNanos - due);
    return due;
  }

  /** Of sessions that begin all at once the target's own speed decides which is the last. */
  private static boolean isTimed(Pace pace) {
    return pace instanceof Pace.Constant || pace instanceof Pace.Steps;
  }

  /** Whether sessions of this name come at times of their own, whatever the target does. */
  boolean isOpen(String scenario) {
    Population population = populations.get(scenario);
    return population != null && !(population.pace() instanceof Pace.Concurrent);
  }

  void left(long user) {
    if (present.remove(user)) {
      left.incrementAndGet();
    }
  }

  long came() {
    return came.get();
  }

  long gone() {
    return left.get();
  }

  /** When the first session began, in nanoseconds of the epoch; 0 when none did. */
  long firstNanos() {
    return came.get() == 0 ? 0 : firstCounting.get();
  }

  /** Nanoseconds from {@code start} to the first session of all; 0 when none began. */
  long lateNanos(Instant start) {
    long due = start.getEpochSecond() * 1_000_000_000L + start.getNano();
    return first.get() == Long.MAX_VALUE ? 0 : Math.max(0, first.get() - due);
  }
}
