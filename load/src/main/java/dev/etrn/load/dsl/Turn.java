package dev.etrn.load.dsl;

import dev.etrn.load.conformance.SessionSample;
import dev.etrn.load.dsl.GatlingRun.Outcome;
import dev.etrn.load.dsl.GatlingRun.RunFailure;
import dev.etrn.load.protocol.Observer;
import dev.etrn.load.run.InjectorFiles;
import dev.etrn.load.run.InjectorProcess;
import dev.etrn.load.run.Meeting;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An injector's part in a run. It says that it is ready when the engine is, so that what the engine
 * needs to begin is over when all begin. However the process is told to end, what it has recorded
 * is kept.
 */
final class Turn implements AutoCloseable {

  private static final Duration START_WITHIN = Duration.ofMinutes(15);

  private final Meeting meeting;
  private final LoadPlan plan;
  private final Shard shard;
  private final InjectorFiles files;
  private final SessionSample sample;
  private @Nullable InjectorRecord record;

  /**
   * @param files where the record is written while load is made
   */
  Turn(Meeting meeting, LoadPlan plan, Shard shard, InjectorFiles files) {
    this.meeting = meeting;
    this.plan = plan;
    this.shard = shard;
    this.files = files;
    this.sample = new SessionSample(plan.samplePercent(), files.transcripts());
  }

  /**
   * Plays the shard to its end.
   *
   * @param engine a directory for what the load engine writes
   */
  void play(Path engine) throws IOException, RunFailure {
    try {
      Outcome outcome = plan.simulation().isEmpty() ? planned(engine) : own(engine);
      Files.writeString(files.engine(), outcome.printed());
      sample.finish(files.sample());
      Objects.requireNonNull(record).finish(outcome);
      handOver();
    } catch (RunFailure | IllegalArgumentException e) {
      Files.writeString(files.failure(), String.valueOf(e.getMessage()));
      handOver();
      throw e;
    }
  }

  private Outcome planned(Path engine) throws RunFailure {
    String password = System.getenv().getOrDefault(InjectorProcess.PASSWORD, "");
    return GatlingRun.run(
        PlannedSimulation.class,
        () -> {
          Instant start = awaitStart();
          return new PlannedSimulation(plan, shard, begin(start), start, sample, password);
        },
        engine);
  }

  /** A simulation of the user's own is played whole, and watched. */
  private Outcome own(Path engine) throws RunFailure {
    System.setProperty(SmtpDsl.TARGET_HOST, plan.host());
    System.setProperty(SmtpDsl.TARGET_PORT, Integer.toString(plan.port()));
    System.setProperty(SmtpDsl.NODE, plan.permitted());
    var target = new InetSocketAddress(plan.host(), plan.port());
    InjectorRecord own = begin(awaitStart());
    return GatlingRun.run(
        plan.simulation(), engine, Optional.of(new Observer(target, own, own, sample)));
  }

  private Instant awaitStart() {
    try {
      meeting.come(shard);
      return meeting.awaitStart(START_WITHIN);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the start", e);
    }
  }

  private InjectorRecord begin(Instant start) {
    try {
      var begun = InjectorRecord.begin(files, plan, shard, start, () -> System.exit(0));
      record = begun;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cut(begun), "cut"));
      return begun;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void cut(InjectorRecord begun) {
    try {
      if (!Files.exists(files.summary()) && !Files.exists(files.failure())) {
        sample.finish(files.sample());
        begun.cut();
        handOver();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the record was not written in the meeting's directory, it is brought there. */
  private void handOver() throws IOException {
    InjectorFiles known = meeting.injector(shard.index());
    if (!known.equals(files)) {
      files.copyTo(known);
    }
  }

  @Override
  public void close() {
    sample.close();
    if (record != null) {
      record.close();
    }
  }
}
