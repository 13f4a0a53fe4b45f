package dev.etrn.reports.cli;

import dev.etrn.reports.Report;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.console.MatrixProgress;
import dev.etrn.reports.directory.MatrixDirectory;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.effect.ReleaseCases;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.ReleaseTimes;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.RunPlan;
import dev.etrn.suites.run.SideBySide;
import dev.etrn.suites.run.TimedReleases;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.wire.SinkUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the report of each target when its run is over, so that no later one can lose it. */
final class KeptRuns implements SideBySide.Watcher {

  private static final List<CaseInfo> TIMED =
      ReleaseCases.byCount().keySet().stream().map(Case::info).toList();

  private final MatrixProgress progress;
  private final MatrixDirectory directory;
  private final String judging;
  private final LocalDate today;
  private final Map<RunPlan, Column> columns = new ConcurrentHashMap<>();

  /**
   * @param progress is told too
   * @param judging options for the command that repeats a run
   * @param today by which waivers have expired or not
   */
  KeptRuns(MatrixProgress progress, MatrixDirectory directory, String judging, LocalDate today) {
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
  public void ended(RunPlan plan, SideBySide.Fate fate) {
    try {
      columns.put(plan, column(plan, fate));
    } catch (IOException e) {
      throw new UncheckedIOException("the report of " + plan.target().name(), e);
    }
    progress.ended(plan, fate);
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
          List<ReleaseTimes> timed = TimedReleases.of(plan, times);
          columns.put(plan, column.with(timed));
          progress.timed(plan, timed);
        } catch (TargetUnavailable | SinkUnavailable e) {
          progress.ended(plan, new SideBySide.NotRun(String.valueOf(e.getMessage())));
        }
      }
    }
  }

  private static boolean passed(Column column, CaseInfo one) {
    return column.result(one).filter(r -> r.verdict() == Verdict.PASS).isPresent();
  }

  /** Those of the plans, in their order; all have ended. */
  List<Column> columns(List<RunPlan> plans) {
    return plans.stream().map(columns::get).toList();
  }

  private Column column(RunPlan plan, SideBySide.Fate fate) throws IOException {
    String target = plan.target().name();
    String name = target.substring(target.indexOf(':') + 1);
    if (fate instanceof SideBySide.NotRun not) {
      return Column.notRun(name, not.why());
    }
    var plain =
        new Report(
            ToolInfo.current(),
            ((SideBySide.Ran) fate).result(),
            "./etrn verify --target " + target + judging);
    Report report = Known.of(plan.target().waivers()).of(plain, today);
    directory.write(name, report);
    return Column.of(name, report);
  }
}
