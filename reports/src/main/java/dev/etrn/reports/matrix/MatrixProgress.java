package dev.etrn.reports.matrix;

import dev.etrn.reports.EscapedText;
import dev.etrn.suites.run.ParallelRuns;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.ReleaseTimes;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The progress of several runs: a line when each starts and when it ends. */
public final class MatrixProgress implements ParallelRuns.Watcher {

  private final PrintWriter out;
  private final Map<RunPlan, Long> startedAt = new ConcurrentHashMap<>();

  public MatrixProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public RunListener listener(RunPlan plan) {
    startedAt.put(plan, System.nanoTime());
    return new RunListener() {
      @Override
      public void started(TargetSeen target, int cases) {
        tell(target.name() + ", " + EscapedText.line(target.version()) + ": " + cases + " cases");
      }
    };
  }

  @Override
  public void ended(RunPlan plan, ParallelRuns.Fate fate) {
    if (fate instanceof ParallelRuns.NotRun notRun) {
      tell(plan.target().name() + " was not run: " + EscapedText.line(notRun.why()));
      return;
    }
    if (fate instanceof ParallelRuns.CutShort cut) {
      tell(plan.target().name() + " was cut short: " + EscapedText.line(cut.why()));
      return;
    }
    long nanos = System.nanoTime() - startedAt.getOrDefault(plan, System.nanoTime());
    tell(plan.target().name() + " finished after " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s");
  }

  /** Shows the release times of a target. */
  public void timed(RunPlan plan, List<ReleaseTimes> releases) {
    tell(plan.target().name() + " released " + ReleaseText.of(releases));
  }

  private synchronized void tell(String line) {
    out.println(line);
    out.flush();
  }
}
