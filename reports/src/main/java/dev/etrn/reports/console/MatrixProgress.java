package dev.etrn.reports.console;

import dev.etrn.reports.Printable;
import dev.etrn.reports.ReleaseText;
import dev.etrn.suites.run.ReleaseTimes;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.RunPlan;
import dev.etrn.suites.run.RunResult.TargetSeen;
import dev.etrn.suites.run.SideBySide;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Shows several runs as they go, a line each when one starts and when it ends. */
public final class MatrixProgress implements SideBySide.Watcher {

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
        tell(target.name() + ", " + Printable.line(target.version()) + ": " + cases + " cases");
      }
    };
  }

  @Override
  public void ended(RunPlan plan, SideBySide.Fate fate) {
    if (fate instanceof SideBySide.NotRun not) {
      tell(plan.target().name() + " was not run: " + Printable.line(not.why()));
      return;
    }
    if (fate instanceof SideBySide.CutShort cut) {
      tell(plan.target().name() + " was cut short: " + Printable.line(cut.why()));
      return;
    }
    long nanos = System.nanoTime() - startedAt.getOrDefault(plan, System.nanoTime());
    tell(
        plan.target().name() + " is through after " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s");
  }

  /** What was timed on a target. */
  public void timed(RunPlan plan, List<ReleaseTimes> releases) {
    tell(plan.target().name() + " released " + ReleaseText.of(releases));
  }

  private synchronized void tell(String line) {
    out.println(line);
    out.flush();
  }
}
