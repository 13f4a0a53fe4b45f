package dev.etrn.reports.run.summary;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.Palette;
import dev.etrn.reports.comparison.CaseChange;
import dev.etrn.reports.comparison.CaseDifference;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.comparison.LatencyComparison;
import dev.etrn.reports.run.Headline;
import dev.etrn.reports.run.PhaseLatency;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.WaiverText;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The console summary of a run: a table by area, the findings, latencies and counts. */
public final class ConsoleSummary {

  private final PrintWriter out;
  private final Palette palette;

  public ConsoleSummary(PrintWriter out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /**
   * Prints the summary.
   *
   * @param directory the directory that holds the files
   */
  public void print(Report report, String directory) {
    table(report.run().cases());
    new ConsoleFindings(out, palette).print(report);
    report.run().notices().forEach(notice -> out.println(EscapedText.line(notice)));
    report.expectations().stale().forEach(stale -> out.println(WaiverText.of(stale)));
    latencies(report.run());
    report.comparison().ifPresent(this::comparison);
    out.println();
    out.println(EscapedText.line(Headline.of(report)));
    counts(report, directory);
    out.flush();
  }

  /** Prints the counts alone, for {@code --quiet}. */
  public void counts(Report report, String directory) {
    String counts =
        report.run().summary().entrySet().stream()
            .map(e -> palette.paint(e.getKey(), e.getKey() + " " + e.getValue()))
            .collect(Collectors.joining(", "));
    counts += waived(report.expectations());
    long unstable = report.run().cases().stream().filter(CaseResult::isUnstable).count();
    counts += unstable > 0 ? ", unstable " + unstable : "";
    counts += report.comparison().map(ConsoleSummary::regressions).orElse("");
    String interrupted = report.run().complete() ? "" : "interrupted after ";
    int cases = report.run().cases().size();
    String played = cases + (cases == 1 ? " case" : " cases");
    out.println(interrupted + played + ": " + counts + "; the report is in " + directory);
    out.flush();
  }

  private static String regressions(Comparison comparison) {
    long count = comparison.differences().stream().filter(CaseDifference::isRegression).count();
    return count > 0 ? ", regressions " + count : "";
  }

  private static String waived(Expectations expectations) {
    long waived = expectations.byCase().values().stream().filter(Expectation::isFail).count();
    long passing = expectations.byCase().size() - waived;
    return (waived > 0 ? ", waived " + waived : "")
        + (passing > 0 ? ", unexpected passes " + passing : "")
        + (expectations.stale().isEmpty() ? "" : ", stale waivers " + expectations.stale().size());
  }

  private void table(List<CaseResult> results) {
    List<Verdict> columns = results.stream().map(CaseResult::verdict).distinct().sorted().toList();
    out.println();
    out.print(pad("area", 14));
    columns.forEach(v -> out.print(right(v.name(), v.name().length() + 2)));
    out.println();
    for (String area : results.stream().map(c -> c.info().area()).distinct().toList()) {
      Map<Verdict, Long> counts =
          results.stream()
              .filter(c -> c.info().area().equals(area))
              .collect(Collectors.groupingBy(CaseResult::verdict, Collectors.counting()));
      out.print(pad(area, 14));
      columns.forEach(
          v -> {
            String count = counts.containsKey(v) ? counts.get(v).toString() : "-";
            out.print(palette.paint(v, right(count, v.name().length() + 2)));
          });
      out.println();
    }
    out.println();
  }

  private void comparison(Comparison comparison) {
    RunResult baseline = comparison.baseline();
    differences(
        "compared with the baseline, "
            + EscapedText.line(baseline.target().name())
            + " of "
            + baseline.startedAt(),
        comparison);
    LatencyComparison latency = comparison.latency();
    if (latency.compared() > 0) {
      out.println(latency.heading());
      latency.changed().forEach(c -> out.println("    " + c.caseId() + ": " + c.words()));
    }
  }

  /** Prints the verdicts that changed when a recorded run was judged again. */
  public void rejudged(Comparison comparison) {
    differences("judged again, compared with the recorded verdicts", comparison);
    out.flush();
  }

  private void differences(String title, Comparison comparison) {
    out.println();
    out.println(title + (comparison.differences().isEmpty() ? ": no differences" : ":"));
    comparison.differences().forEach(this::difference);
  }

  private void difference(CaseDifference difference) {
    out.println(
        "    "
            + pad(difference.change().words(), 18)
            + difference.caseId()
            + ": "
            + difference.verdicts()
            + (difference.isExpected() ? " (waived)" : ""));
    if (difference.change() == CaseChange.OTHER_EVIDENCE) {
      out.println("        before: " + EscapedText.line(difference.observedBefore()));
      out.println("        now:    " + EscapedText.line(difference.observedNow()));
    }
  }

  private void latencies(RunResult run) {
    List<String> medians =
        PhaseLatency.of(run).stream()
            .map(
                latency ->
                    String.format(
                        Locale.ROOT,
                        "%s %.2f ms (p99 %.2f)",
                        latency.phase().title(),
                        latency.median(),
                        latency.p99()))
            .toList();
    if (!medians.isEmpty()) {
      out.println();
      out.println("medians: " + String.join(", ", medians));
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
