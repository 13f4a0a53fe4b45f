package dev.etrn.reports.cli.verify;

import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.cli.option.KnownDeviations;
import dev.etrn.reports.directory.MatrixDirectory;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.matrix.MatrixProgress;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.effect.ReleaseCases;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.ParallelRuns;
import dev.etrn.suites.run.PlannedRun;
import dev.etrn.suites.run.ReleaseTimer;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.ReleaseTimes;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the report of each target when its run is over, so that no later one can lose it. */
final class MatrixRecorder implements ParallelRuns.Watcher {

  private static final List<CaseInfo> TIMED =
      ReleaseCases.byCount().keySet().stream().map(Case::info).toList();

  private static final String INTERRUPTED = "interrupted";

  private final MatrixProgress progress;
  private final MatrixDirectory directory;
  private final String judging;
  private final LocalDate today;
  private final Map<RunPlan, Column> columns = new ConcurrentHashMap<>();
  private final Map<RunPlan, PlannedRun> begun = new ConcurrentHashMap<>();

  /**
   * @param progress is told too
   * @param judging options for the command that repeats a run
   * @param today by which waivers have expired or not
   */
  MatrixRecorder(
      MatrixProgress progress, MatrixDirectory directory, String judging, LocalDate today) {
    this.progress = progress;
    this.directory = directory;
    this.judging = judging;
    this.today = today;
  }

  @Override
  public RunListener listener(RunPlan plan) {
    return progress.listener(plan);
  }

  @Override
  public void begins(RunPlan plan, PlannedRun run) {
    begun.put(plan, run);
  }

  @Override
  public void ended(RunPlan plan, ParallelRuns.Fate fate) {
    if (keep(plan, fate)) {
      progress.ended(plan, fate);
    }
  }

  /** Keeps what is known by now of each run that has not ended; what becomes of it is no news. */
  void cut(List<RunPlan> plans) {
    for (RunPlan plan : plans) {
      PlannedRun run = begun.get(plan);
      keep(
          plan,
          run == null
              ? new ParallelRuns.NotRun(INTERRUPTED)
              : ParallelRuns.Fate.ofUnfinished(run, INTERRUPTED));
    }
  }

  /**
   * @return whether it was not known before how the target fared
   */
  private synchronized boolean keep(RunPlan plan, ParallelRuns.Fate fate) {
    if (columns.containsKey(plan)) {
      return false;
    }
    try {
      columns.put(plan, column(plan, fate));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the report of " + plan.target().name(), e);
    }
  }

  /**
   * Times releases on each target on which they were seen to be whole, one after the other; all
   * have ended.
   */
  void time(List<RunPlan> plans, int times) throws InterruptedException {
    for (RunPlan plan : plans) {
      Column column = columns.get(plan);
      if (column != null && TIMED.stream().allMatch(one -> passed(column, one))) {
        try {
          List<ReleaseTimes> timed = ReleaseTimer.of(plan, times);
          columns.put(plan, column.with(timed));
          progress.timed(plan, timed);
        } catch (TargetUnavailableException | SinkUnavailableException e) {
          progress.ended(plan, new ParallelRuns.NotRun(String.valueOf(e.getMessage())));
        }
      }
    }
  }

  private static boolean passed(Column column, CaseInfo one) {
    return column.result(one).filter(r -> r.verdict() == Verdict.PASS).isPresent();
  }

  /** The plans side by side, in their order; all have ended, and have the same cases. */
  Matrix matrix(List<RunPlan> plans) {
    return new Matrix(
        ToolInfo.current(),
        plans.stream().map(columns::get).toList(),
        plans.get(0).cases().stream().map(Case::info).toList());
  }

  private Column column(RunPlan plan, ParallelRuns.Fate fate) throws IOException {
    String target = plan.target().name();
    String name = target.substring(target.indexOf(':') + 1);
    if (fate instanceof ParallelRuns.Ran ran) {
      return Column.of(name, report(plan, name, ran.result()));
    } else if (fate instanceof ParallelRuns.CutShort cut) {
      return Column.cutShort(name, report(plan, name, cut.result()), cut.why());
    }
    return Column.notRun(name, ((ParallelRuns.NotRun) fate).why());
  }

  private Report report(RunPlan plan, String name, RunResult result) throws IOException {
    String again = "./etrn verify --target " + plan.target().name() + judging;
    var plain = new Report(ToolInfo.current(), result, again);
    Report report = KnownDeviations.of(plan.target().waivers()).of(plain, today);
    directory.write(name, report);
    return report;
  }
}
