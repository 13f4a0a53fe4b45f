package dev.etrn.reports.matrix;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.Palette;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The console output of a matrix: a table of counts, and the unexpected findings. */
public final class MatrixConsole {

  private final PrintWriter out;
  private final Palette palette;

  public MatrixConsole(PrintWriter out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /**
   * Prints the matrix.
   *
   * @param directory the directory that holds the files
   */
  public void print(Matrix matrix, String directory) {
    List<Verdict> verdicts =
        Stream.of(Verdict.values())
            .filter(v -> matrix.columns().stream().anyMatch(has(v)))
            .toList();
    int width = matrix.columns().stream().mapToInt(c -> c.name().length()).max().orElse(0);
    out.print(" ".repeat(width));
    verdicts.forEach(v -> out.print("  " + v.name()));
    out.println("  known");
    matrix.columns().forEach(column -> row(column, verdicts, width));
    releases(matrix, width);
    matrix.columns().forEach(column -> unexpected(column));
    out.println("matrix.html, matrix.md and matrix.json are in " + directory);
    out.flush();
  }

  private static java.util.function.Predicate<Column> has(Verdict verdict) {
    return column ->
        column.report().filter(r -> r.run().summary().containsKey(verdict)).isPresent();
  }

  private void row(Column column, List<Verdict> verdicts, int width) {
    out.print(column.name() + " ".repeat(width - column.name().length()));
    if (column.report().isEmpty()) {
      out.println("  not run: " + EscapedText.line(column.why()));
      return;
    }
    var summary = column.report().get().run().summary();
    for (Verdict verdict : verdicts) {
      long count = summary.getOrDefault(verdict, 0L);
      String text =
          String.format(
              Locale.ROOT, "%" + verdict.name().length() + "s", count == 0 ? "" : "" + count);
      out.print("  " + palette.paint(verdict, text));
    }
    long waived = column.report().get().run().cases().stream().filter(column::isWaived).count();
    out.println(String.format(Locale.ROOT, "  %5s", waived == 0 ? "" : "" + waived));
  }

  private void releases(Matrix matrix, int width) {
    List<Integer> counts = matrix.timedCounts();
    if (counts.isEmpty()) {
      return;
    }
    out.println("ETRN to reply / first connection / last message, ms, medians:");
    out.print(" ".repeat(width));
    counts.forEach(n -> out.printf(Locale.ROOT, "  %22s", n == 1 ? "1 message" : n + " messages"));
    out.println();
    for (Column column : matrix.columns()) {
      if (!column.releases().isEmpty()) {
        out.print(column.name() + " ".repeat(width - column.name().length()));
        counts.forEach(
            n ->
                out.printf(
                    Locale.ROOT,
                    "  %22s",
                    column.releaseTimes(n).map(ReleaseText::medians).orElse("")));
        out.println();
      }
    }
  }

  /** Prints each FAIL, WARN, INCONCLUSIVE or ERROR that no waiver accounts for. */
  private void unexpected(Column column) {
    if (column.isCutShort()) {
      out.println(column.name() + " was cut short: " + EscapedText.line(column.why()));
    }
    for (CaseResult result :
        column.report().stream().flatMap(r -> r.run().cases().stream()).toList()) {
      boolean isUnexpected =
          switch (result.verdict()) {
            case FAIL, WARN, INCONCLUSIVE, ERROR -> !column.isWaived(result);
            default -> false;
          };
      if (isUnexpected) {
        String verdict = palette.paint(result.verdict(), result.verdict().name());
        out.println(
            column.name()
                + ": "
                + verdict
                + " "
                + result.info().id()
                + ": "
                + EscapedText.line(result.observed()));
      }
    }
    column
        .report()
        .ifPresent(
            report ->
                report
                    .expectations()
                    .stale()
                    .forEach(
                        stale ->
                            out.println(
                                column.name() + ": " + dev.etrn.reports.run.WaiverText.of(stale))));
  }
}
