package dev.etrn.load.dsl;

import dev.etrn.load.dsl.GatlingRun.RunFailure;
import dev.etrn.load.run.InjectorFiles;
import dev.etrn.load.run.Meeting;
import dev.etrn.load.run.Output;
import dev.etrn.load.run.Parent;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.shard.Shard;
import dev.etrn.load.shard.TaskIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes the load of one shard of a plan, in a process of its own.
 *
 * <p>With the directory of the {@link Meeting} and an index it is a child of the run, and ends with
 * it. With the directory alone it is a task of an engine, takes its index from the environment
 * ({@link TaskIndex}), and puts nothing into the directory while load is made, since that may be on
 * another machine.
 */
public final class Injector {

  private static final Duration PLAN_WITHIN = Duration.ofMinutes(15);

  private Injector() {}

  public static void main(String... arguments) {
    try {
      if (arguments.length == 2) {
        Parent.endWithIt();
        child(new Meeting(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
      } else if (arguments.length == 1) {
        task(new Meeting(Path.of(arguments[0])));
      } else {
        throw new IllegalArgumentException("the directory shared with 'etrn load' has to be named");
      }
    } catch (IOException | IllegalArgumentException | RunFailure e) {
      Output.line("the injector ends: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(1);
    }
  }

  private static void child(Meeting meeting, int index)
      throws IOException, RunFailure, InterruptedException {
    make(meeting, index, meeting.injector(index));
  }

  private static void task(Meeting meeting) throws IOException, RunFailure, InterruptedException {
    int index = TaskIndex.of(System.getenv());
    make(meeting, index, new InjectorFiles(Files.createTempDirectory("etrn-injector")));
    Output.line("the record is in " + meeting.injector(index).directory());
  }

  private static void make(Meeting meeting, int index, InjectorFiles files)
      throws IOException, RunFailure, InterruptedException {
    LoadPlan plan = meeting.awaitPlan(PLAN_WITHIN);
    var shard = new Shard(index, plan.injectors());
    Path engine = Files.createDirectories(files.directory().resolve("engine"));
    try (var turn = new Turn(meeting, plan, shard, files)) {
      turn.play(engine);
    }
  }
}
