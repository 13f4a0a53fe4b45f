package dev.etrn.load.injector;

import dev.etrn.load.conformance.SessionSample;
import dev.etrn.load.coordination.InjectorFiles;
import dev.etrn.load.coordination.InjectorProcess;
import dev.etrn.load.coordination.Rendezvous;
import dev.etrn.load.dsl.SmtpDsl;
import dev.etrn.load.engine.GatlingRun;
import dev.etrn.load.engine.GatlingRun.Outcome;
import dev.etrn.load.engine.GatlingRun.RunFailedException;
import dev.etrn.load.engine.PlannedSimulation;
import dev.etrn.load.protocol.ConnectionObserver;
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
 * The run of one injector's shard. It reports that it is ready once the engine is, so that the
 * engine has finished its own start when all injectors begin. However the process is told to end,
 * its records are kept.
 */
final class ShardRun implements AutoCloseable {

  private static final Duration START_WITHIN = Duration.ofMinutes(15);

  private final Rendezvous rendezvous;
  private final LoadPlan plan;
  private final Shard shard;
  private final InjectorFiles files;
  private final SessionSample sample;
  private @Nullable InjectorRecorder record;

  /**
   * Creates a run.
   *
   * @param files the files that the record is written to while load is made
   */
  ShardRun(Rendezvous rendezvous, LoadPlan plan, Shard shard, InjectorFiles files) {
    this.rendezvous = rendezvous;
    this.plan = plan;
    this.shard = shard;
    this.files = files;
    this.sample = new SessionSample(plan.samplePercent(), files.transcripts());
  }

  /**
   * Plays the shard to its end.
   *
   * @param engine a directory for the files of the load engine
   */
  void play(Path engine) throws IOException, RunFailedException {
    try {
      Outcome outcome = plan.simulation().isEmpty() ? playPlan(engine) : playSimulation(engine);
      Files.writeString(files.engine(), outcome.printed());
      sample.finish(files.sample());
      Objects.requireNonNull(record).finish(outcome);
      handOver();
    } catch (RunFailedException | IllegalArgumentException e) {
      Files.writeString(files.failure(), String.valueOf(e.getMessage()));
      handOver();
      throw e;
    }
  }

  private Outcome playPlan(Path engine) throws RunFailedException {
    String password = System.getenv().getOrDefault(InjectorProcess.PASSWORD, "");
    return GatlingRun.run(
        PlannedSimulation.class,
        () -> {
          Instant start = awaitStart();
          InjectorRecorder recorder = begin(start);
          return new PlannedSimulation(
              plan, shard, observer(recorder), recorder::sends, start, password);
        },
        engine);
  }

  /** Plays a user's own simulation; it is not divided, and it is observed. */
  private Outcome playSimulation(Path engine) throws RunFailedException {
    System.setProperty(SmtpDsl.TARGET_HOST, plan.host());
    System.setProperty(SmtpDsl.TARGET_PORT, Integer.toString(plan.port()));
    System.setProperty(SmtpDsl.NODE, plan.permitted());
    return GatlingRun.run(plan.simulation(), engine, Optional.of(observer(begin(awaitStart()))));
  }

  private ConnectionObserver observer(InjectorRecorder recorder) {
    var target = new InetSocketAddress(plan.host(), plan.port());
    return new ConnectionObserver(target, recorder, recorder, sample);
  }

  private Instant awaitStart() {
    try {
      rendezvous.come(shard);
      return rendezvous.awaitStart(START_WITHIN);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the start", e);
    }
  }

  private InjectorRecorder begin(Instant start) {
    try {
      var recorder = InjectorRecorder.begin(files, plan, shard, start, () -> System.exit(0));
      record = recorder;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cut(recorder), "cut"));
      return recorder;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void cut(InjectorRecorder recorder) {
    try {
      if (!Files.exists(files.summary()) && !Files.exists(files.failure())) {
        sample.finish(files.sample());
        recorder.cut();
        handOver();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the record to the shared directory, unless it was written there. */
  private void handOver() throws IOException {
    InjectorFiles shared = rendezvous.injector(shard.index());
    if (!shared.equals(files)) {
      files.copyTo(shared);
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
