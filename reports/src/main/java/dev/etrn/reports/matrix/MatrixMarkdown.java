package dev.etrn.reports.matrix;

import dev.etrn.reports.MarkdownText;
import dev.etrn.reports.VerdictMark;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.run.WaiverText;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The writer of {@code matrix.md}: counts, a table of all cases, and for each target the results
 * that are FAIL, WARN, INCONCLUSIVE or ERROR. It has no links to other files, so that it can be
 * published alone.
 */
public final class MatrixMarkdown {

  private static final Set<Verdict> REPORTED =
      EnumSet.of(Verdict.FAIL, Verdict.WARN, Verdict.INCONCLUSIVE, Verdict.ERROR);

  private MatrixMarkdown() {}

  public static String write(Matrix matrix) {
    var out = new StringBuilder("# ETRN: the matrix\n\n");
    legend(out);
    targets(out, matrix);
    releases(out, matrix);
    matrix.byArea().forEach((area, cases) -> area(out, area, cases, matrix));
    matrix.columns().forEach(column -> findings(out, column, matrix.cases()));
    return out.toString();
  }

  private static void legend(StringBuilder out) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.NOT_OFFERED) {
        String word =
            verdict == Verdict.NOT_APPLICABLE
                ? "NOT\\_OFFERED or NOT\\_APPLICABLE"
                : verdict.name() + ", " + verdict.meaning();
        out.append("- ").append(VerdictMark.of(verdict)).append(' ').append(word).append('\n');
      }
    }
    out.append(
        "\nA sign in brackets is a known deviation; its waiver, below, gives the reason.\n\n");
  }

  private static void targets(StringBuilder out, Matrix matrix) {
    out.append("| target | version |");
    for (Verdict verdict : Verdict.values()) {
      out.append(' ').append(verdict.name().replace("_", " ")).append(" |");
    }
    out.append("\n|---|---|").append("---|".repeat(Verdict.values().length)).append('\n');
    for (Column column : matrix.columns()) {
      out.append("| ").append(column.name()).append(" | ");
      if (column.report().isEmpty()) {
        out.append("not run: ").append(MarkdownText.line(column.why()));
        out.append(" |".repeat(Verdict.values().length + 1)).append('\n');
        continue;
      }
      var run = column.report().get().run();
      out.append(MarkdownText.line(run.target().version()));
      out.append(column.isCutShort() ? ", cut short: " + MarkdownText.line(column.why()) : "");
      out.append(" |");
      for (Verdict verdict : Verdict.values()) {
        long count = run.summary().getOrDefault(verdict, 0L);
        out.append(' ').append(count == 0 ? "" : Long.toString(count)).append(" |");
      }
      out.append('\n');
    }
    out.append('\n');
  }

  private static void releases(StringBuilder out, Matrix matrix) {
    List<Integer> counts = matrix.timedCounts();
    if (counts.isEmpty()) {
      return;
    }
    out.append(
        "## How long a release takes\n\nMilliseconds from ETRN to its reply / to the first ");
    out.append(
        "connection to the exchanger / to the last message, medians, on an idle target.\n\n");
    out.append("| target |");
    counts.forEach(n -> out.append(' ').append(n).append(n == 1 ? " message |" : " messages |"));
    out.append("\n|---|").append("--:|".repeat(counts.size())).append('\n');
    for (Column column : matrix.columns()) {
      if (!column.releases().isEmpty()) {
        out.append("| ").append(column.name()).append(" |");
        counts.forEach(n -> out.append(' ').append(medians(column, n)).append(" |"));
        out.append('\n');
      }
    }
    out.append('\n');
  }

  private static String medians(Column column, int messages) {
    return column.releaseTimes(messages).map(ReleaseText::medians).orElse("");
  }

  private static void area(StringBuilder out, String area, List<CaseInfo> cases, Matrix matrix) {
    out.append("## ").append(area).append("\n\n| case | requirements |");
    matrix.columns().forEach(column -> out.append(' ').append(column.name()).append(" |"));
    out.append("\n|---|---|").append(":-:|".repeat(matrix.columns().size())).append('\n');
    for (CaseInfo info : cases) {
      out.append("| ").append(info.title()).append(" (`").append(info.id()).append("`) | ");
      out.append(String.join(", ", info.requirements())).append(" |");
      matrix.columns().forEach(column -> out.append(' ').append(sign(column, info)).append(" |"));
      out.append('\n');
    }
    out.append('\n');
  }

  private static String sign(Column column, CaseInfo info) {
    return column
        .result(info)
        .map(
            result -> {
              String mark = VerdictMark.of(result.verdict());
              return column.isWaived(result) ? "(" + mark + ")" : mark;
            })
        .orElse("");
  }

  private static void findings(StringBuilder out, Column column, List<CaseInfo> cases) {
    List<CaseResult> findings =
        cases.stream()
            .flatMap(info -> column.result(info).stream())
            .filter(c -> REPORTED.contains(c.verdict()))
            .toList();
    if (findings.isEmpty()) {
      return;
    }
    out.append("## What ").append(column.name()).append(" did\n\n");
    out.append("| verdict | case | observed | known |\n|---|---|---|---|\n");
    for (CaseResult result : findings) {
      out.append("| ").append(result.verdict());
      out.append(" | `").append(result.info().id()).append("` | ");
      out.append(MarkdownText.line(result.observed())).append(" | ");
      out.append(
          column.report().flatMap(r -> r.expectation(result)).stream()
              .map(WaiverText::of)
              .map(MarkdownText::line)
              .collect(Collectors.joining()));
      out.append(" |\n");
    }
    out.append('\n');
  }
}
