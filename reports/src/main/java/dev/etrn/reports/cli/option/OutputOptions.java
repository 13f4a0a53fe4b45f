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

/** The options for output during a run and at its end. */
public final class OutputOptions {

  @Option(names = "--quiet", description = "Print only the counts.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description = "Print without colours, as NO_COLOR in the environment does.")
  private boolean noColor;

  @Option(
      names = "--json",
      description = "Print only JSON: the content of results.json or matrix.json.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * Returns the listener that shows the progress of a run.
   *
   * @param isWaived true if a waiver covers the outcome of a case
   */
  public RunListener progress(Predicate<CaseResult> isWaived) {
    return isSilent()
        ? new RunListener() {}
        : new ConsoleProgress(printer(), Terminal.isThere(), Terminal.palette(noColor), isWaived);
  }

  /**
   * Prints the summary of a run.
   *
   * @param directory the directory that holds the files
   */
  public void print(Report report, String directory) {
    if (isSilent()) {
      counts(report, directory);
    } else {
      summary().print(report, directory);
    }
  }

  /** Returns the listener that shows the progress of several targets. */
  public MatrixProgress matrixProgress() {
    return new MatrixProgress(isSilent() ? new PrintWriter(Writer.nullWriter()) : printer());
  }

  /**
   * Prints the summary of a matrix.
   *
   * @param directory the directory that holds the files
   */
  public void print(Matrix matrix, String directory) {
    if (json) {
      print(MatrixJson.write(matrix));
    } else {
      new MatrixConsole(printer(), Terminal.palette(noColor)).print(matrix, directory);
    }
  }

  /** Prints a comparison; with {@code --quiet} nothing, since it has no counts. */
  public void print(LoadComparisonReport table) {
    if (json) {
      print(table.json());
    } else if (!quiet) {
      table.print(printer());
    }
  }

  /** Prints the verdicts that changed; with {@code --quiet} or {@code --json} nothing. */
  public void rejudged(Comparison comparison) {
    if (!isSilent()) {
      summary().rejudged(comparison);
    }
  }

  /** Prints the counts in one line; with {@code --json} the whole report. */
  public void counts(Report report, String directory) {
    if (json) {
      print(ResultsJson.write(report));
    } else {
      summary().counts(report, directory);
    }
  }

  /** Prints a line that the user needs during a run; with {@code --json} on stderr. */
  public void tell(String line) {
    PrintWriter writer = json ? spec.commandLine().getErr() : printer();
    writer.println(line);
    writer.flush();
  }

  /** Tells on stderr that the results of a run that ended early could not be written. */
  public void notSaved(Exception e) {
    spec.commandLine().getErr().println("etrn: the results could not be saved: " + e.getMessage());
  }

  /** Prints the command to run next. */
  public void next(String command) {
    if (!isSilent()) {
      tell("next: " + command + " writes an etrn.yaml, which lets verify release mail too");
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
