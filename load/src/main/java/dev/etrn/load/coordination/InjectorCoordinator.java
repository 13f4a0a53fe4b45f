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

/**
 * The coordinator of the injectors of a run; it lets all of them begin at one instant, and collects
 * their records.
 */
public final class InjectorCoordinator {

  private static final Duration GRACE = Duration.ofSeconds(90);
  private static final Duration LONGEST_SIMULATION = Duration.ofDays(7);

  private final InjectorPlacement injectors;
  private final Path out;
  private final LoadProgress progress;
  private final Clock clock;
  private volatile @Nullable InjectorGroup atWork;

  /**
   * Creates a coordinator.
   *
   * @param out the directory for the records
   */
  public InjectorCoordinator(
      InjectorPlacement injectors, Path out, LoadProgress progress, Clock clock) {
    this.injectors = injectors;
    this.out = out;
    this.progress = progress;
    this.clock = clock;
  }

  /** Makes the load of a plan; the result names each injector that did not come or was lost. */
  public InjectorRecords make(LoadPlan plan) throws IOException, InterruptedException {
    var records = new Rendezvous(out);
    records.clear();
    if (!(injectors instanceof InjectorPlacement.ExternalTasks tasks)) {
      return make(plan, records, records);
    }
    var share = new Rendezvous(tasks.share());
    try {
      return make(plan, share, records);
    } finally {
      // An injector that comes late must find no plan, or a later run would take it for one of its
      // own.
      share.clear();
    }
  }

  /**
   * Breaks the load off, from another thread than that of {@link #make}.
   *
   * @return the records so far; empty if no load had begun
   */
  public Optional<InjectorRecords> cut() throws IOException {
    InjectorGroup group = atWork;
    if (group == null) {
      return Optional.empty();
    }
    group.cut();
    return Optional.of(InjectorRecords.read(new Rendezvous(out), injectors.count(), group.hint()));
  }

  private InjectorRecords make(LoadPlan plan, Rendezvous rendezvous, Rendezvous records)
      throws IOException, InterruptedException {
    rendezvous.open(plan);
    try (InjectorGroup group = InjectorGroup.of(injectors, rendezvous, progress)) {
      int count = injectors.count();
      var unused =
          ConditionPoller.until(
              group.within(), () -> isTrueOfAll(i -> rendezvous.isReady(i) || isGone(group, i)));
      List<Shard> missing = rendezvous.missing(count);
      if (!missing.isEmpty()) {
        rendezvous.callOff();
        return InjectorRecords.calledOff(missing, group.hint());
      }
      atWork = group;
      begin(plan, rendezvous, group);
      copy(rendezvous, records);
      return InjectorRecords.read(records, count, group.hint());
    }
  }

  private void begin(LoadPlan plan, Rendezvous rendezvous, InjectorGroup group)
      throws IOException, InterruptedException {
    Instant start = clock.instant().plus(group.lead());
    rendezvous.begin(start);
    if (injectors instanceof InjectorPlacement.ExternalTasks) {
      progress.begins("all injectors are there; they begin at " + start);
    }
    Duration longest = group.lead().plus(longestTime(plan));
    var unused =
        ConditionPoller.until(
            longest, () -> isTrueOfAll(i -> isDone(rendezvous, i) || isGone(group, i)));
  }

  /** Returns the longest time for a plan; a user's own simulation decides itself when it ends. */
  private static Duration longestTime(LoadPlan plan) {
    return plan.simulation().isEmpty()
        ? plan.lasting().plus(plan.replyWithin()).plus(GRACE)
        : LONGEST_SIMULATION;
  }

  private void copy(Rendezvous source, Rendezvous target) throws IOException {
    if (source.equals(target)) {
      return;
    }
    for (int index = 1; index <= injectors.count(); index++) {
      InjectorFiles files = target.injector(index);
      Files.createDirectories(files.directory());
      source.injector(index).copyTo(files);
    }
  }

  private boolean isTrueOfAll(IntPredicate condition) {
    return IntStream.rangeClosed(1, injectors.count()).allMatch(condition);
  }

  private static boolean isDone(Rendezvous rendezvous, int index) {
    return Files.exists(rendezvous.injector(index).summary());
  }

  private static boolean isGone(InjectorGroup group, int index) {
    return !group.isThere(index);
  }
}
