package dev.etrn.load.dsl;

import dev.etrn.load.conformance.SessionSample;
import dev.etrn.load.dsl.GatlingRun.Outcome;
import dev.etrn.load.dsl.GatlingRun.RunFailure;
import dev.etrn.load.protocol.Observer;
import dev.etrn.load.run.InjectorFiles;
import dev.etrn.load.run.InjectorProcess;
import dev.etrn.load.run.Parent;
import dev.etrn.load.run.PlanFile;
import dev.etrn.load.scenario.LoadPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes the load of one plan, in a process of its own; its one argument is the directory that holds
 * {@code plan.json} and gets the results.
 */
public final class Injector {

  private Injector() {}

  public static void main(String... arguments) throws IOException, RunFailure {
    Parent.endWithIt();
    var files = new InjectorFiles(Path.of(arguments[0]));
    LoadPlan plan = PlanFile.read(files.plan());
    try (InjectorRecord record = InjectorRecord.begin(files, plan, () -> System.exit(0));
        var sample = new SessionSample(plan.samplePercent(), files.transcripts())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cut(files, record, sample), "cut"));
      Outcome outcome = run(files, plan, record, sample);
      Files.writeString(files.engine(), outcome.printed());
      sample.finish(files.sample());
      record.finish(outcome);
    } catch (RunFailure | IllegalArgumentException e) {
      Files.writeString(files.failure(), String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** However this process is told to end, what it has recorded is kept. */
  private static void cut(InjectorFiles files, InjectorRecord record, SessionSample sample) {
    try {
      if (!Files.exists(files.summary()) && !Files.exists(files.failure())) {
        sample.finish(files.sample());
        record.cut();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome run(
      InjectorFiles files, LoadPlan plan, InjectorRecord record, SessionSample sample)
      throws IOException, RunFailure {
    Path own = Files.createDirectories(files.directory().resolve("engine"));
    if (plan.simulation().isEmpty()) {
      String password = System.getenv().getOrDefault(InjectorProcess.PASSWORD, "");
      return GatlingRun.run(
          PlannedSimulation.class,
          () -> new PlannedSimulation(plan, record, sample, password),
          own);
    }
    System.setProperty(SmtpDsl.TARGET_HOST, plan.host());
    System.setProperty(SmtpDsl.TARGET_PORT, Integer.toString(plan.port()));
    System.setProperty(SmtpDsl.NODE, plan.permitted());
    var target = new InetSocketAddress(plan.host(), plan.port());
    return GatlingRun.run(
        plan.simulation(), own, Optional.of(new Observer(target, record, record, sample)));
  }
}
