package dev.etrn.reports.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleReport;
import dev.etrn.reports.directory.MatrixDirectory;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.matrix.MatrixProgress;
import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.ParallelRuns;
import dev.etrn.suites.run.PlannedRun;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of a matrix that is interrupted. */
class MatrixRecorderTest {

  private static final RunResult FOUND = SampleReport.of(Verdict.PASS).run();

  @TempDir private Path directory = Path.of("");

  private final StringWriter told = new StringWriter();
  private final RunPlan ended = plan(1);
  private final RunPlan begun = plan(2);
  private final RunPlan silent = plan(3);
  private final RunPlan waiting = plan(4);

  @Test
  void keepsWhatEachRunHasFound() {
    MatrixRecorder runs = interrupted();
    Matrix matrix = runs.matrix(List.of(ended, begun, silent, waiting));
    assertThat(matrix.columns())
        .extracting(Column::isCutShort)
        .containsExactly(false, true, false, false);
    assertThat(matrix.columns())
        .extracting(Column::why)
        .containsExactly("", "interrupted", "interrupted", "interrupted");
    assertThat(matrix.columns())
        .extracting(column -> column.report().isPresent())
        .containsExactly(true, true, false, false);
    assertThat(matrix.cases()).hasSize(Cases.all().size());
  }

  @Test
  void hearsNoMoreOfRunsThatWereCut() {
    MatrixRecorder runs = interrupted();
    String before = told.toString();
    runs.ended(begun, new ParallelRuns.NotRun("the container is gone"));
    assertThat(runs.matrix(List.of(begun)).columns().get(0).isCutShort()).isTrue();
    assertThat(told).hasToString(before);
  }

  /**
   * Returns the recorder of four runs: one has ended, one is under way, one has not reached its
   * target yet, and one has not started.
   */
  private MatrixRecorder interrupted() {
    var runs =
        new MatrixRecorder(
            new MatrixProgress(new PrintWriter(told)),
            new MatrixDirectory(directory),
            "",
            LocalDate.EPOCH);
    runs.ended(ended, new ParallelRuns.Ran(FOUND));
    runs.begins(begun, underWay(Optional.of(FOUND)));
    runs.begins(silent, underWay(Optional.empty()));
    runs.cut(List.of(ended, begun, silent, waiting));
    return runs;
  }

  private static RunPlan plan(long seed) {
    return new RunPlan(new EmbeddedTarget(), Cases.all(), Profile.DEFAULT, seed);
  }

  private static PlannedRun underWay(Optional<RunResult> found) {
    return new PlannedRun() {
      @Override
      public RunResult run() {
        throw new IllegalStateException("it runs already");
      }

      @Override
      public Optional<RunResult> soFar() {
        return found;
      }
    };
  }
}
