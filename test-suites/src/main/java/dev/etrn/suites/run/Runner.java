package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a plan, from the start of the target to the last case.
 *
 * <p>Cases that only observe run side by side. Cases that move mail wait for a lane, a set of names
 * of their own; with a single lane they run one after the other, alone on the target.
 */
public final class Runner implements PlannedRun {

  private final RunPlan plan;
  private final RunListener listener;
  private volatile @Nullable OpenRun openRun;

  public Runner(RunPlan plan, RunListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  @Override
  public RunResult run()
      throws TargetUnavailableException, SinkUnavailableException, InterruptedException {
    try (OpenRun run = OpenRun.open(plan, listener)) {
      openRun = run;
      run.checkRoles();
      for (int round = 1; round <= plan.rounds() && !run.isEnded(); round++) {
        run.begin(round);
        playAll(run);
        if (plan.bounds().adapts()) {
          run.tryAgain();
        }
      }
      run.reportRules();
      run.requireTarget();
      return run.result();
    }
  }

  @Override
  public Optional<RunResult> soFar() {
    return Optional.ofNullable(openRun).map(OpenRun::result);
  }

  /** Plays each case in a thread; most threads wait in the run for their turn. */
  private static void playAll(OpenRun run) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      var played = new ArrayList<Future<?>>();
      for (Case testCase : run.inOrder()) {
        played.add(threads.submit(() -> run.playBeside(testCase)));
      }
      awaitAll(played);
    } finally {
      List<Runnable> unused = threads.shutdownNow();
    }
  }

  private static void awaitAll(List<Future<?>> played) throws InterruptedException {
    for (Future<?> future : played) {
      try {
        future.get();
      } catch (ExecutionException e) {
        // A failure of a case is its result; this is a defect of the run itself.
        throw new IllegalStateException("a case was not played to its end", e.getCause());
      }
    }
  }
}
