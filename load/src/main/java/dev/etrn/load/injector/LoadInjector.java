package dev.etrn.load.injector;

import dev.etrn.load.coordination.InjectorFiles;
import dev.etrn.load.coordination.Rendezvous;
import dev.etrn.load.engine.GatlingRun.RunFailedException;
import dev.etrn.load.process.ParentProcess;
import dev.etrn.load.process.ProcessOutput;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.shard.Shard;
import dev.etrn.load.shard.TaskIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The main class of an injector's process, which makes the load of one shard of a plan.
 *
 * <p>With two arguments, the directory of the {@link Rendezvous} and an index, it is a child of the
 * run and ends with it. With the directory alone it is a task of an engine: it takes its index from
 * the environment ({@link TaskIndex}), and writes nothing into the directory while load is made,
 * since the directory may be on another machine.
 */
public final class LoadInjector {

  private static final Duration PLAN_WITHIN = Duration.ofMinutes(15);

  private LoadInjector() {}

  public static void main(String... arguments) {
    try {
      if (arguments.length == 2) {
        ParentProcess.endWithIt();
        child(new Rendezvous(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
      } else if (arguments.length == 1) {
        task(new Rendezvous(Path.of(arguments[0])));
      } else {
        throw new IllegalArgumentException("the directory shared with 'etrn load' has to be named");
      }
    } catch (IOException | IllegalArgumentException | RunFailedException e) {
      ProcessOutput.line("the injector ends: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(1);
    }
  }

  private static void child(Rendezvous rendezvous, int index)
      throws IOException, RunFailedException, InterruptedException {
    make(rendezvous, index, rendezvous.injector(index));
  }

  private static void task(Rendezvous rendezvous)
      throws IOException, RunFailedException, InterruptedException {
    int index = TaskIndex.of(System.getenv());
    make(rendezvous, index, new InjectorFiles(Files.createTempDirectory("etrn-injector")));
    ProcessOutput.line("the record is in " + rendezvous.injector(index).directory());
  }

  private static void make(Rendezvous rendezvous, int index, InjectorFiles files)
      throws IOException, RunFailedException, InterruptedException {
    LoadPlan plan = rendezvous.awaitPlan(PLAN_WITHIN);
    var shard = new Shard(index, plan.injectors());
    Path engine = Files.createDirectories(files.directory().resolve("engine"));
    try (var shardRun = new ShardRun(rendezvous, plan, shard, files)) {
      shardRun.play(engine);
    }
  }
}
