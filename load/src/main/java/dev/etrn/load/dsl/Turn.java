package dev.etrn.load.dsl;

import dev.etrn.load.dsl.GatlingRun.Outcome;
import dev.etrn.load.run.InjectorFiles;
import dev.etrn.load.run.Meeting;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An injector's part in a run. It says that it is ready when the engine is, so that what the engine
 * needs to begin is over when all begin.
 */
final class Turn implements Supplier<PlannedSimulation>, AutoCloseable {

  private static final Duration START_WITHIN = Duration.ofMinutes(15);

  private final Meeting meeting;
  private final LoadPlan plan;
  private final Shard shard;
  private final InjectorFiles files;
  private @Nullable InjectorRecord record;

  /**
   * @param files where the record is written while load is made
   */
  Turn(Meeting meeting, LoadPlan plan, Shard shard, InjectorFiles files) {
    this.meeting = meeting;
    this.plan = plan;
    this.shard = shard;
    this.files = files;
  }

  /** Waits for the start. */
  @Override
  public PlannedSimulation get() {
    try {
      meeting.come(shard);
      Instant start = meeting.awaitStart(START_WITHIN);
      InjectorRecord own = InjectorRecord.begin(files, plan, shard, start);
      record = own;
      return new PlannedSimulation(plan, shard, own, start);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the start", e);
    }
  }

  void finish(Outcome outcome) throws IOException {
    Objects.requireNonNull(record).finish(outcome);
  }

  @Override
  public void close() {
    if (record != null) {
      record.close();
    }
  }
}
