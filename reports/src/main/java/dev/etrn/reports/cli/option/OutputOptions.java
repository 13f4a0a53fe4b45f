package dev.etrn.reports.cli.option;

import dev.etrn.reports.cli.terminal.Terminal;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.load.comparison.LoadComparisonReport;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.MatrixConsole;
import dev.etrn.reports.matrix.MatrixJson;
import dev.etrn.reports.matrix.MatrixProgress;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.results.ResultsJson;
import dev.etrn.reports.run.summary.ConsoleProgress;
import dev.etrn.reports.run.summary.ConsoleSummary;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.result.CaseResult;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is printed while a run goes on and when it is over. */
public final class OutputOptions {

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
  public RunListener progress(Predicate<CaseResult> isWaived) {
    return isSilent()
        ? new RunListener() {}
        : new ConsoleProgress(printer(), Terminal.isThere(), Terminal.palette(noColor), isWaived);
  }

  /**
   * @param where the files are
   */
  public void print(Report report, String where) {
    if (isSilent()) {
      counts(report, where);
    } else {
      summary().print(report, where);
    }
  }

  /** What is told while several targets run. */
  public MatrixProgress matrixProgress() {
    return new MatrixProgress(isSilent() ? new PrintWriter(Writer.nullWriter()) : printer());
  }

  /**
   * @param where the files are
   */
  public void print(Matrix matrix, String where) {
    if (json) {
      print(MatrixJson.write(matrix));
    } else {
      new MatrixConsole(printer(), Terminal.palette(noColor)).print(matrix, where);
    }
  }

  /** Nothing with {@code --quiet}: there are no counts. */
  public void print(LoadComparisonReport table) {
    if (json) {
      print(table.json());
    } else if (!quiet) {
      table.print(printer());
    }
  }

  /** What judging again changed; nothing with {@code --quiet} or {@code --json}. */
  public void rejudged(Comparison comparison) {
    if (!isSilent()) {
      summary().rejudged(comparison);
    }
  }

  /** In one line, or all of it with {@code --json}. */
  public void counts(Report report, String where) {
    if (json) {
      print(ResultsJson.write(report));
    } else {
      summary().counts(report, where);
    }
  }

  /** What the user must know while a run goes on; it keeps out of the way of JSON. */
  public void tell(String line) {
    PrintWriter to = json ? spec.commandLine().getErr() : printer();
    to.println(line);
    to.flush();
  }

  /** The command that leads further. */
  public void next(String command) {
    if (!isSilent()) {
      tell("next: " + command + " writes an etrn.yaml, with which mail is released too");
    }
  }

  public boolean isJson() {
    return json;
  }

  public PrintWriter printer() {
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
