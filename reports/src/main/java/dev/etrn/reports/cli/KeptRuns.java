package dev.etrn.reports.cli;

import dev.etrn.reports.Report;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.directory.MatrixDirectory;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.RunPlan;
import dev.etrn.suites.run.SideBySide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the report of each target when its run is over, so that no later one can lose it. */
final class KeptRuns implements SideBySide.Watcher {

  private final SideBySide.Watcher progress;
  private final MatrixDirectory directory;
  private final String judging;
  private final LocalDate today;
  private final Map<RunPlan, Column> columns = new ConcurrentHashMap<>();

  /**
   * @param progress is told too
   * @param judging options for the command that repeats a run
   * @param today by which waivers have expired or not
   */
  KeptRuns(
      SideBySide.Watcher progress, MatrixDirectory directory, String judging, LocalDate today) {
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
