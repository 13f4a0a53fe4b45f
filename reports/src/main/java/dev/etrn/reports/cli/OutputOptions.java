package dev.etrn.reports.cli;

import dev.etrn.reports.Report;
import dev.etrn.reports.compare.Comparison;
import dev.etrn.reports.console.ConsoleMatrix;
import dev.etrn.reports.console.ConsoleProgress;
import dev.etrn.reports.console.ConsoleSummary;
import dev.etrn.reports.console.MatrixProgress;
import dev.etrn.reports.json.MatrixJson;
import dev.etrn.reports.json.ResultsJson;
import dev.etrn.reports.load.ComparisonTable;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.RunListener;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Predicate;
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

  @Option(
      names = "--json",
      description = "Print JSON and nothing else: what results.json, or matrix.json, holds.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * @param isWaived whether a waiver covers how a case ended
   */
  RunListener progress(Predicate<CaseResult> isWaived) {
    return isSilent()
        ? new RunListener() {}
        : new ConsoleProgress(printer(), Terminal.isThere(), Terminal.palette(noColor), isWaived);
  }

  /**
   * @param where the files are
   */
  void print(Report report, String where) {
    if (isSilent()) {
      counts(report, where);
    } else {
      summary().print(report, where);
    }
  }

  /** What is told while several targets run. */
  MatrixProgress matrixProgress() {
    return new MatrixProgress(isSilent() ? new PrintWriter(Writer.nullWriter()) : printer());
  }

  /**
   * @param where the files are
   */
  void print(Matrix matrix, String where) {
    if (json) {
      print(MatrixJson.write(matrix));
    } else {
      new ConsoleMatrix(printer(), Terminal.palette(noColor)).print(matrix, where);
    }
  }

  /** Nothing with {@code --quiet}: there are no counts. */
  void print(ComparisonTable table) {
    if (json) {
      print(table.json());
    } else if (!quiet) {
      table.print(printer());
    }
  }

  /** What judging again changed; nothing with {@code --quiet} or {@code --json}. */
  void rejudged(Comparison comparison) {
    if (!isSilent()) {
      summary().rejudged(comparison);
    }
  }

  /** In one line, or all of it with {@code --json}. */
  void counts(Report report, String where) {
    if (json) {
      print(ResultsJson.write(report));
    } else {
      summary().counts(report, where);
    }
  }

  /** What the user must know while a run goes on; it keeps out of the way of JSON. */
  void tell(String line) {
    PrintWriter to = json ? spec.commandLine().getErr() : printer();
    to.println(line);
    to.flush();
  }

  /** The command that leads further. */
  void next(String command) {
    if (!isSilent()) {
      tell("next: " + command + " writes an etrn.yaml, with which mail is released too");
    }
  }

  boolean isJson() {
    return json;
  }

  PrintWriter printer() {
    return spec.commandLine().getOut();
  }

  private boolean isSilent() {
    return quiet || json;
  }

  private void print(String text) {
    printer().print(text);
    printer().flush();
  }

  private ConsoleSummary summary() {
    return new ConsoleSummary(printer(), Terminal.palette(noColor));
  }
}
