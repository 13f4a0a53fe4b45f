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

/**
 * The recorder of a matrix, which writes the report of each target when its run is over, so that no
 * later run can lose it.
 */
final class MatrixRecorder implements ParallelRuns.Watcher {

  private static final List<CaseInfo> TIMED =
      ReleaseCases.byCount().keySet().stream().map(Case::info).toList();

  private static final String INTERRUPTED = "interrupted";

  private final MatrixProgress progress;
  private final MatrixDirectory directory;
  private final String judgingOptions;
  private final LocalDate today;
  private final Map<RunPlan, Column> columns = new ConcurrentHashMap<>();
  private final Map<RunPlan, PlannedRun> startedRuns = new ConcurrentHashMap<>();

  /**
   * Creates a recorder.
   *
   * @param progress the display of the runs
   * @param judgingOptions the judging options as text, for the command that repeats a run
   * @param today the day that decides if a waiver has expired
   */
  MatrixRecorder(
      MatrixProgress progress, MatrixDirectory directory, String judgingOptions, LocalDate today) {
    this.progress = progress;
    this.directory = directory;
    this.judgingOptions = judgingOptions;
    this.today = today;
  }

  @Override
  public RunListener listener(RunPlan plan) {
    return progress.listener(plan);
  }

  @Override
  public void begins(RunPlan plan, PlannedRun run) {
    startedRuns.put(plan, run);
  }

  @Override
  public void ended(RunPlan plan, ParallelRuns.Fate fate) {
    if (keep(plan, fate)) {
      progress.ended(plan, fate);
    }
  }

  /** Keeps the results so far of each run that has not ended, and ignores its later end. */
  void cut(List<RunPlan> plans) {
    for (RunPlan plan : plans) {
      PlannedRun run = startedRuns.get(plan);
      keep(
          plan,
          run == null
              ? new ParallelRuns.NotRun(INTERRUPTED)
              : ParallelRuns.Fate.ofUnfinished(run, INTERRUPTED));
    }
  }

  /**
   * Keeps the outcome of a run.
   *
   * @return true if it is the first outcome of this run
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
   * Times releases on each target that passed the release cases, one target after the other, when
   * all runs have ended.
   */
  void time(List<RunPlan> plans, int times) throws InterruptedException {
    for (RunPlan plan : plans) {
      Column column = columns.get(plan);
      if (column != null && TIMED.stream().allMatch(info -> passed(column, info))) {
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

  private static boolean passed(Column column, CaseInfo info) {
    return column.result(info).filter(r -> r.verdict() == Verdict.PASS).isPresent();
  }

  /** Returns the runs side by side, in the order of the plans; all have ended and share cases. */
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
    String command = "./etrn verify --target " + plan.target().name() + judgingOptions;
    var plainReport = new Report(ToolInfo.current(), result, command);
    Report report = KnownDeviations.of(plan.target().waivers()).applyTo(plainReport, today);
    directory.write(name, report);
    return report;
  }
}
