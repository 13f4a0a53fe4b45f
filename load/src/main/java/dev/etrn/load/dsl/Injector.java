package dev.etrn.load.dsl;

import dev.etrn.load.conformance.SessionSample;
import dev.etrn.load.dsl.GatlingRun.Outcome;
import dev.etrn.load.dsl.GatlingRun.RunFailure;
import dev.etrn.load.run.InjectorFiles;
import dev.etrn.load.run.Parent;
import dev.etrn.load.run.PlanFile;
import dev.etrn.load.scenario.LoadPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    Path own = Files.createDirectories(files.directory().resolve("engine"));
    try (InjectorRecord record = InjectorRecord.begin(files, plan);
        var sample = new SessionSample(plan.samplePercent(), files.transcripts())) {
      Outcome outcome =
          GatlingRun.run(
              PlannedSimulation.class, () -> new PlannedSimulation(plan, record, sample), own);
      sample.finish(files.sample());
      record.finish(outcome);
    }
  }
}
