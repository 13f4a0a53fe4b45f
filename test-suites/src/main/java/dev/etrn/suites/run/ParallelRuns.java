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
 * Several targets, each with a run, a sink and a container of its own.
 *
 * @param plans one for each target
 * @param parallel how many run at once
 */
public record ParallelRuns(List<RunPlan> plans, int parallel) {

  public ParallelRuns {
    plans = List.copyOf(plans);
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one target runs at a time");
    }
  }

  /** How a target fared. */
  public sealed interface Fate {

    /**
     * That of a run which ends before its time: what it found counts, if it found anything.
     *
     * @param why in one sentence that says what to do
     */
    static Fate ofUnfinished(PlannedRun run, String why) {
      return run.soFar().<Fate>map(found -> new CutShort(found, why)).orElse(new NotRun(why));
    }
  }

  public record Ran(RunResult result) implements Fate {}

  /**
   * It ran, and not to its end.
   *
   * @param result not complete
   * @param why in one sentence that says what to do
   */
  public record CutShort(RunResult result, String why) implements Fate {}

  /**
   * It could not be run.
   *
   * @param why in one sentence that says what to do
   */
  public record NotRun(String why) implements Fate {}

  /** Is told of each target; calls may come from several threads at once. */
  public interface Watcher {
    /** Of the target of this plan, before it starts. */
    RunListener listener(RunPlan plan);

    /** Of its run, which is about to start. */
    default void begins(RunPlan plan, PlannedRun run) {}

    void ended(RunPlan plan, Fate fate);
  }

  /** Runs them all; the watcher is told how each fared. */
  public void run(Watcher watcher) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Callable<Boolean>> runs = plans.stream().map(plan -> running(plan, watcher)).toList();
      for (Future<?> run : threads.invokeAll(runs)) {
        run.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run broke off", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Boolean> running(RunPlan plan, Watcher watcher) {
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
