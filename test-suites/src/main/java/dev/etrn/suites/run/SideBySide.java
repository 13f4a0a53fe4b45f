package dev.etrn.suites.run;

import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.wire.SinkUnavailable;
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
public record SideBySide(List<RunPlan> plans, int parallel) {

  public SideBySide {
    plans = List.copyOf(plans);
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one target runs at a time");
    }
  }

  /** How a target fared. */
  public sealed interface Fate {}

  public record Ran(RunResult result) implements Fate {}

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
    watcher.ended(plan, fate(plan, watcher.listener(plan)));
  }

  private static Fate fate(RunPlan plan, RunListener listener) throws InterruptedException {
    try {
      return new Ran(new Runner(plan, listener).run());
    } catch (TargetUnavailable | SinkUnavailable e) {
      return new NotRun(String.valueOf(e.getMessage()));
    }
  }
}
