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
 * An injector's part in a run. It says that it is ready when the engine is, so that what the engine
 * needs to begin is over when all begin. However the process is told to end, what it has recorded
 * is kept.
 */
final class ShardRun implements AutoCloseable {

  private static final Duration START_WITHIN = Duration.ofMinutes(15);

  private final Rendezvous meeting;
  private final LoadPlan plan;
  private final Shard shard;
  private final InjectorFiles files;
  private final SessionSample sample;
  private @Nullable InjectorRecorder record;

  /**
   * @param files where the record is written while load is made
   */
  ShardRun(Rendezvous meeting, LoadPlan plan, Shard shard, InjectorFiles files) {
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
  void play(Path engine) throws IOException, RunFailedException {
    try {
      Outcome outcome = plan.simulation().isEmpty() ? planned(engine) : own(engine);
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

  private Outcome planned(Path engine) throws RunFailedException {
    String password = System.getenv().getOrDefault(InjectorProcess.PASSWORD, "");
    return GatlingRun.run(
        PlannedSimulation.class,
        () -> {
          Instant start = awaitStart();
          InjectorRecorder begun = begin(start);
          return new PlannedSimulation(plan, shard, observer(begun), begun::sends, start, password);
        },
        engine);
  }

  /** A simulation of the user's own is played whole, and watched. */
  private Outcome own(Path engine) throws RunFailedException {
    System.setProperty(SmtpDsl.TARGET_HOST, plan.host());
    System.setProperty(SmtpDsl.TARGET_PORT, Integer.toString(plan.port()));
    System.setProperty(SmtpDsl.NODE, plan.permitted());
    return GatlingRun.run(plan.simulation(), engine, Optional.of(observer(begin(awaitStart()))));
  }

  private ConnectionObserver observer(InjectorRecorder begun) {
    var target = new InetSocketAddress(plan.host(), plan.port());
    return new ConnectionObserver(target, begun, begun, sample);
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

  private InjectorRecorder begin(Instant start) {
    try {
      var begun = InjectorRecorder.begin(files, plan, shard, start, () -> System.exit(0));
      record = begun;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cut(begun), "cut"));
      return begun;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void cut(InjectorRecorder begun) {
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
