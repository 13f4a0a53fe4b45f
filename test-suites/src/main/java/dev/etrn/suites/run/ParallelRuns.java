package dev.etrn.suites.run;

import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The runs of several targets, each with a sink and a container of its own.
 *
 * @param plans the plans, one for each target
 * @param parallel the number of runs at once
 */
public record ParallelRuns(List<RunPlan> plans, int parallel) {

  public ParallelRuns {
    plans = List.copyOf(plans);
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one target runs at a time");
    }
  }

  /** The fate of a run. */
  public sealed interface Fate {

    /**
     * Returns the fate of a run that ended early; its results count, if it has any.
     *
     * @param why the reason, in one sentence that says what to do
     */
    static Fate ofUnfinished(PlannedRun run, String why) {
      return run.soFar().<Fate>map(result -> new CutShort(result, why)).orElse(new NotRun(why));
    }
  }

  /** The run ended, with all its results. */
  public record Ran(RunResult result) implements Fate {}

  /**
   * The run started, but did not reach its end.
   *
   * @param result the incomplete results
   * @param why the reason, in one sentence that says what to do
   */
  public record CutShort(RunResult result, String why) implements Fate {}

  /**
   * The run could not start.
   *
   * @param why the reason, in one sentence that says what to do
   */
  public record NotRun(String why) implements Fate {}

  /** The watcher of all runs; several threads may call it at once. */
  public interface Watcher {
    /** Returns the listener for the run of this plan; called before it starts. */
    RunListener listener(RunPlan plan);

    /** The run of this plan is about to start. */
    default void begins(RunPlan plan, PlannedRun run) {}

    void ended(RunPlan plan, Fate fate);
  }

  /** Runs all plans, and tells the watcher the fate of each. */
  public void run(Watcher watcher) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Callable<Boolean>> runs = plans.stream().map(plan -> task(plan, watcher)).toList();
      for (Future<?> run : threads.invokeAll(runs)) {
        run.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run broke off", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Boolean> task(RunPlan plan, Watcher watcher) {
    return () -> {
      run(plan, watcher);
      return true;
    };
  }

  private static void run(RunPlan plan, Watcher watcher) throws InterruptedException {
    var run = new Runner(plan, watcher.listener(plan));
    watcher.begins(plan, run);
    watcher.ended(plan, fate(run));
  }

  private static Fate fate(PlannedRun run) throws InterruptedException {
    try {
      return new Ran(run.run());
    } catch (TargetUnavailableException | SinkUnavailableException e) {
      return Fate.ofUnfinished(run, String.valueOf(e.getMessage()));
    }
  }
}
