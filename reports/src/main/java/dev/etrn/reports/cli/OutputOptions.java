package dev.etrn.reports.cli;

import dev.etrn.reports.Report;
import dev.etrn.reports.compare.Comparison;
import dev.etrn.reports.console.ConsoleMatrix;
import dev.etrn.reports.console.ConsoleProgress;
import dev.etrn.reports.console.ConsoleSummary;
import dev.etrn.reports.console.MatrixProgress;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.suites.run.RunListener;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is printed while a run goes on and when it is over. */
final class OutputOptions {

  @Option(names = "--quiet", description = "Print only the counts.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description = "Print no colours; NO_COLOR in the environment does the same.")
  private boolean noColor;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  RunListener progress() {
    return quiet
        ? new RunListener() {}
        : new ConsoleProgress(printer(), Terminal.isThere(), Terminal.palette(noColor));
  }

  /**
   * @param where the files are
   */
  void print(Report report, String where) {
    if (quiet) {
      counts(report, where);
    } else {
      summary().print(report, where);
    }
  }

  /** What is told while several targets run. */
  MatrixProgress matrixProgress() {
    return new MatrixProgress(quiet ? new PrintWriter(Writer.nullWriter()) : printer());
  }

  /**
   * @param where the files are
   */
  void print(Matrix matrix, String where) {
    new ConsoleMatrix(printer(), Terminal.palette(noColor)).print(matrix, where);
  }

  /** What judging again changed; nothing with {@code --quiet}. */
  void rejudged(Comparison comparison) {
    if (!quiet) {
      summary().rejudged(comparison);
    }
  }

  void counts(Report report, String where) {
    summary().counts(report, where);
  }

  PrintWriter printer() {
    return spec.commandLine().getOut();
  }

  private ConsoleSummary summary() {
    return new ConsoleSummary(printer(), Terminal.palette(noColor));
  }
}
