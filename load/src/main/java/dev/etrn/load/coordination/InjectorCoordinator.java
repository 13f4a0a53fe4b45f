package dev.etrn.load.coordination;

import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Has all injectors of a run begin at one instant, and gathers what they recorded. */
public final class InjectorCoordinator {

  private static final Duration GRACE = Duration.ofSeconds(90);
  private static final Duration LONGEST_SIMULATION = Duration.ofDays(7);

  private final InjectorPlacement injectors;
  private final Path out;
  private final LoadProgress progress;
  private final Clock clock;
  private volatile @Nullable InjectorGroup atWork;

  /**
   * @param out where the records go
   */
  public InjectorCoordinator(
      InjectorPlacement injectors, Path out, LoadProgress progress, Clock clock) {
    this.injectors = injectors;
    this.out = out;
    this.progress = progress;
    this.clock = clock;
  }

  /** Makes the load of a plan; an injector that does not come or is lost is in the result. */
  public InjectorRecords make(LoadPlan plan) throws IOException, InterruptedException {
    var records = new Rendezvous(out);
    records.clear();
    if (!(injectors instanceof InjectorPlacement.ExternalTasks elsewhere)) {
      return make(plan, records, records);
    }
    var share = new Rendezvous(elsewhere.share());
    try {
      return make(plan, share, records);
    } finally {
      // What comes later finds no plan and must not be taken for another run's.
      share.clear();
    }
  }

  /**
   * Breaks the load off, from another thread than that of {@link #make}.
   *
   * @return what was recorded until now; empty when no load had begun
   */
  public Optional<InjectorRecords> cut() throws IOException {
    InjectorGroup crew = atWork;
    if (crew == null) {
      return Optional.empty();
    }
    crew.cut();
    return Optional.of(InjectorRecords.read(new Rendezvous(out), injectors.count(), crew.hint()));
  }

  private InjectorRecords make(LoadPlan plan, Rendezvous meeting, Rendezvous records)
      throws IOException, InterruptedException {
    meeting.open(plan);
    try (InjectorGroup crew = InjectorGroup.of(injectors, meeting, progress)) {
      int of = injectors.count();
      var unused =
          ConditionPoller.until(
              crew.within(), () -> all(i -> meeting.isReady(i) || isGone(crew, i)));
      List<Shard> missing = meeting.missing(of);
      if (!missing.isEmpty()) {
        meeting.callOff();
        return InjectorRecords.calledOff(missing, crew.hint());
      }
      atWork = crew;
      begin(plan, meeting, crew);
      copy(meeting, records);
      return InjectorRecords.read(records, of, crew.hint());
    }
  }

  private void begin(LoadPlan plan, Rendezvous meeting, InjectorGroup crew)
      throws IOException, InterruptedException {
    Instant start = clock.instant().plus(crew.lead());
    meeting.begin(start);
    if (injectors instanceof InjectorPlacement.ExternalTasks) {
      progress.begins("all injectors are there; they begin at " + start);
    }
    Duration longest = crew.lead().plus(atMost(plan));
    var unused =
        ConditionPoller.until(longest, () -> all(i -> isDone(meeting, i) || isGone(crew, i)));
  }

  /** A user's own simulation says itself when it ends. */
  private static Duration atMost(LoadPlan plan) {
    return plan.simulation().isEmpty()
        ? plan.lasting().plus(plan.replyWithin()).plus(GRACE)
        : LONGEST_SIMULATION;
  }

  private void copy(Rendezvous from, Rendezvous to) throws IOException {
    if (from.equals(to)) {
      return;
    }
    for (int index = 1; index <= injectors.count(); index++) {
      InjectorFiles own = to.injector(index);
      Files.createDirectories(own.directory());
      from.injector(index).copyTo(own);
    }
  }

  private boolean all(IntPredicate is) {
    return IntStream.rangeClosed(1, injectors.count()).allMatch(is);
  }

  private static boolean isDone(Rendezvous meeting, int index) {
    return Files.exists(meeting.injector(index).summary());
  }

  private static boolean isGone(InjectorGroup crew, int index) {
    return !crew.isThere(index);
  }
}
