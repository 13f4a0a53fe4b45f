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

/**
 * The census of an injector's sessions: the time at which each is due, and the numbers that began
 * and ended. Warm-up sessions do not count.
 */
final class SessionCensus implements IntendedStart {

  private final Map<String, Population> populations;
  private final Shard shard;
  private final EpochClock clock;
  private final IntervalLog times;
  private final Map<String, PopulationStart> populationStarts = new ConcurrentHashMap<>();
  private final Set<Long> present = ConcurrentHashMap.newKeySet();
  private final AtomicLong began = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private final LongAccumulator first = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final LongAccumulator firstCounting = new LongAccumulator(Math::min, Long.MAX_VALUE);

  /** The start of the first user of a population, and the number of users that started. */
  private record PopulationStart(long first, AtomicLong count) {}

  /**
   * Creates a census.
   *
   * @param times the log for the time by which each session is late ({@link StepTag#ofLag})
   */
  SessionCensus(LoadPlan plan, Shard shard, EpochClock clock, IntervalLog times) {
    this.populations =
        plan.populations().stream()
            .collect(Collectors.toMap(Population::name, Function.identity()));
    this.shard = shard;
    this.clock = clock;
    this.times = times;
  }

  /**
   * Returns the time at which a session was due. In the open model sessions are due at known
   * distances from the first one.
   */
  @Override
  public long nanos(String scenario, long user, long startedNanos) {
    first.accumulate(clock.at(startedNanos));
    if (!Population.counts(scenario)) {
      return startedNanos;
    }
    firstCounting.accumulate(clock.at(startedNanos));
    began.incrementAndGet();
    present.add(user);
    Population population = populations.get(scenario);
    return population == null || !isTimed(population.pace())
        ? startedNanos
        : Math.min(startedNanos, due(scenario, population.pace(), startedNanos));
  }

  private long due(String scenario, Pace pace, long startedNanos) {
    PopulationStart populationStart =
        populationStarts.computeIfAbsent(
            scenario, s -> new PopulationStart(startedNanos, new AtomicLong()));
    var arrivals = new SessionSchedule(pace);
    long nth = shard.number(populationStart.count().getAndIncrement());
    long due = populationStart.first() + arrivals.nanos(nth) - arrivals.nanos(shard.number(0));
    times.record(StepTag.ofLag(scenario), startedNanos - due);
    return due;
  }

  /**
   * Returns true if the pace sets a time for each session. If all begin at once, the speed of the
   * target decides which is the last.
   */
  private static boolean isTimed(Pace pace) {
    return pace instanceof Pace.Constant || pace instanceof Pace.Steps;
  }

  /**
   * Returns true if the sessions of this population begin at set times, whatever the target does.
   */
  boolean isOpen(String scenario) {
    Population population = populations.get(scenario);
    return population != null && !(population.pace() instanceof Pace.Concurrent);
  }

  void left(long user) {
    if (present.remove(user)) {
      ended.incrementAndGet();
    }
  }

  long came() {
    return began.get();
  }

  long gone() {
    return ended.get();
  }

  /**
   * Returns the time at which the first session began, in nanoseconds since 1970; 0 if none did.
   */
  long firstNanos() {
    return began.get() == 0 ? 0 : firstCounting.get();
  }

  /**
   * Returns the nanoseconds from {@code start} to the very first session, warm-up included; 0 if
   * none began.
   */
  long lateNanos(Instant start) {
    long due = start.getEpochSecond() * 1_000_000_000L + start.getNano();
    return first.get() == Long.MAX_VALUE ? 0 : Math.max(0, first.get() - due);
  }
}
