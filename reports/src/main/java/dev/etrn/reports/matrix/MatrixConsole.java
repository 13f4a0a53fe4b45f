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

/** What is printed when all targets are through: a table of counts, and what nobody expected. */
public final class MatrixConsole {

  private final PrintWriter out;
  private final Palette palette;

  public MatrixConsole(PrintWriter out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /**
   * @param where the directory that holds the files
   */
  public void print(Matrix matrix, String where) {
    List<Verdict> seen =
        Stream.of(Verdict.values())
            .filter(v -> matrix.columns().stream().anyMatch(has(v)))
            .toList();
    int wide = matrix.columns().stream().mapToInt(c -> c.name().length()).max().orElse(0);
    out.print(" ".repeat(wide));
    seen.forEach(v -> out.print("  " + v.name()));
    out.println("  known");
    matrix.columns().forEach(column -> row(column, seen, wide));
    releases(matrix, wide);
    matrix.columns().forEach(column -> unexpected(column));
    out.println("matrix.html, matrix.md and matrix.json are in " + where);
    out.flush();
  }

  private static java.util.function.Predicate<Column> has(Verdict verdict) {
    return column ->
        column.report().filter(r -> r.run().summary().containsKey(verdict)).isPresent();
  }

  private void row(Column column, List<Verdict> seen, int wide) {
    out.print(column.name() + " ".repeat(wide - column.name().length()));
    if (column.report().isEmpty()) {
      out.println("  not run: " + EscapedText.line(column.why()));
      return;
    }
    var summary = column.report().get().run().summary();
    for (Verdict verdict : seen) {
      long count = summary.getOrDefault(verdict, 0L);
      String text =
          String.format(
              Locale.ROOT, "%" + verdict.name().length() + "s", count == 0 ? "" : "" + count);
      out.print("  " + palette.paint(verdict, text));
    }
    long known = column.report().get().run().cases().stream().filter(column::isWaived).count();
    out.println(String.format(Locale.ROOT, "  %5s", known == 0 ? "" : "" + known));
  }

  private void releases(Matrix matrix, int wide) {
    List<Integer> counts = matrix.timedCounts();
    if (counts.isEmpty()) {
      return;
    }
    out.println("ETRN to reply / first connection / last message, ms, medians:");
    out.print(" ".repeat(wide));
    counts.forEach(n -> out.printf(Locale.ROOT, "  %22s", n == 1 ? "1 message" : n + " messages"));
    out.println();
    for (Column column : matrix.columns()) {
      if (!column.releases().isEmpty()) {
        out.print(column.name() + " ".repeat(wide - column.name().length()));
        counts.forEach(
            n ->
                out.printf(
                    Locale.ROOT,
                    "  %22s",
                    column.releasing(n).map(ReleaseText::medians).orElse("")));
        out.println();
      }
    }
  }

  /** Each FAIL, WARN and the like that no waiver accounts for. */
  private void unexpected(Column column) {
    if (column.isCutShort()) {
      out.println(column.name() + " was cut short: " + EscapedText.line(column.why()));
    }
    for (CaseResult result :
        column.report().stream().flatMap(r -> r.run().cases().stream()).toList()) {
      boolean told =
          switch (result.verdict()) {
            case FAIL, WARN, INCONCLUSIVE, ERROR -> !column.isWaived(result);
            default -> false;
          };
      if (told) {
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
