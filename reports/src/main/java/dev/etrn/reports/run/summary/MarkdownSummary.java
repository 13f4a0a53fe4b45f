package dev.etrn.reports.run.summary;

import dev.etrn.load.measure.Phase;
import dev.etrn.reports.MarkdownText;
import dev.etrn.reports.comparison.CaseDifference;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.comparison.LatencyChange;
import dev.etrn.reports.comparison.LatencyComparison;
import dev.etrn.reports.run.FindingGroup;
import dev.etrn.reports.run.Headline;
import dev.etrn.reports.run.NextStep;
import dev.etrn.reports.run.PhaseLatency;
import dev.etrn.reports.run.RepeatText;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.WaiverText;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The writer of {@code summary.md}: counts, cases that are not PASS, and latencies. */
public final class MarkdownSummary {

  private MarkdownSummary() {}

  public static String write(Report report) {
    RunResult run = report.run();
    var out = new StringBuilder();
    out.append("**").append(MarkdownText.line(Headline.of(report))).append("**\n\n");
    out.append("# ETRN: ").append(MarkdownText.line(run.target().name())).append("\n\n");
    if (!run.target().banner().isBlank()) {
      out.append("Greeting: ").append(MarkdownText.code(run.target().banner())).append("\n\n");
    }
    if (!run.complete()) {
      out.append("**Interrupted:** only the cases played by then are listed.\n\n");
    }
    counts(out, run);
    notices(out, run);
    waivers(out, report);
    report.comparison().ifPresent(comparison -> comparison(out, comparison));
    findings(out, report);
    latencies(out, run);
    return out.toString();
  }

  private static void counts(StringBuilder out, RunResult run) {
    out.append("| verdict | cases | means |\n|---|---|---|\n");
    run.summary()
        .forEach(
            (verdict, count) ->
                out.append("| ")
                    .append(verdict)
                    .append(" | ")
                    .append(count)
                    .append(" | ")
                    .append(verdict.meaning())
                    .append(" |\n"));
    out.append('\n');
  }

  private static void findings(StringBuilder out, Report report) {
    List<CaseResult> remarkable = report.remarkable();
    if (remarkable.isEmpty()) {
      return;
    }
    out.append("| verdict | case | requirements | expected | observed |\n|---|---|---|---|---|\n");
    FindingGroup.of(report).forEach(group -> row(out, group, report));
    out.append("\nTo repeat a case: ");
    out.append(MarkdownText.code(report.command() + " --select CASE")).append("\n\n");
  }

  private static void notices(StringBuilder out, RunResult run) {
    run.notices()
        .forEach(notice -> out.append("- ").append(MarkdownText.line(notice)).append('\n'));
    out.append(run.notices().isEmpty() ? "" : "\n");
  }

  private static void waivers(StringBuilder out, Report report) {
    List<Expectations.Stale> stale = report.expectations().stale();
    stale.forEach(
        waiver -> out.append("- ").append(MarkdownText.line(WaiverText.of(waiver))).append('\n'));
    out.append(stale.isEmpty() ? "" : "\n");
  }

  private static void comparison(StringBuilder out, Comparison comparison) {
    RunResult baseline = comparison.baseline();
    out.append("## Comparison with the baseline\n\n");
    out.append(MarkdownText.line(baseline.target().name()))
        .append(" of ")
        .append(baseline.startedAt());
    if (comparison.differences().isEmpty()) {
      out.append(": no differences.\n\n");
    } else {
      differences(out, comparison.differences());
    }
    latency(out, comparison.latency());
  }

  private static void latency(StringBuilder out, LatencyComparison latency) {
    if (latency.compared() == 0) {
      return;
    }
    out.append(latency.heading().replaceFirst("^o", "O"));
    out.append(latency.changed().isEmpty() ? ".\n\n" : ":\n\n");
    for (LatencyChange change : latency.changed()) {
      out.append("- ").append(MarkdownText.code(change.caseId()));
      out.append(": ").append(change.words()).append('\n');
    }
    out.append(latency.changed().isEmpty() ? "" : "\n");
  }

  private static void differences(StringBuilder out, List<CaseDifference> differences) {
    out.append(":\n\n| change | case | verdict | before | now |\n|---|---|---|---|---|\n");
    for (CaseDifference difference : differences) {
      out.append("| ").append(difference.isRegression() ? "**" : "");
      out.append(difference.change().words()).append(difference.isRegression() ? "**" : "");
      out.append(difference.isExpected() ? ", waived" : "");
      out.append(" | ").append(MarkdownText.code(difference.caseId()));
      out.append(" | ").append(MarkdownText.line(difference.verdicts()));
      out.append(" | ").append(MarkdownText.line(difference.observedBefore()));
      out.append(" | ").append(MarkdownText.line(difference.observedNow())).append(" |\n");
    }
    out.append('\n');
  }

  private static void row(StringBuilder out, FindingGroup group, Report report) {
    if (group.cases().size() == 1) {
      row(out, group.first(), report);
      return;
    }
    List<CaseResult> cases = group.cases();
    out.append("| ").append(group.first().verdict()).append(", ").append(cases.size());
    out.append(" cases | ");
    out.append(cases.stream().map(MarkdownSummary::link).collect(Collectors.joining(", ")));
    out.append(" | | ").append(MarkdownText.line(NextStep.of(cases, report)));
    out.append(" | ").append(MarkdownText.line(group.first().observed())).append(" |\n");
  }

  private static String link(CaseResult result) {
    return "[`" + result.info().id() + "`](" + Report.transcriptPath(result) + ")";
  }

  private static void row(StringBuilder out, CaseResult result, Report report) {
    Optional<Expectation> expectation = report.expectation(result);
    out.append("| ").append(result.verdict());
    expectation.ifPresent(e -> out.append(" (").append(e.kind().word()).append(')'));
    String times = RepeatText.of(result);
    out.append(times.isEmpty() ? "" : ", " + times);
    out.append(" | ").append(link(result));
    out.append(" | ").append(String.join(", ", result.info().requirements()));
    out.append(" | ").append(MarkdownText.line(result.info().expected()));
    out.append(" | ").append(MarkdownText.line(result.observed()));
    expectation.ifPresent(e -> out.append("; ").append(MarkdownText.line(WaiverText.of(e))));
    out.append(" |\n");
  }

  private static void latencies(StringBuilder out, RunResult run) {
    List<PhaseLatency> latencies = PhaseLatency.of(run);
    if (latencies.stream().noneMatch(latency -> latency.phase() == Phase.ETRN_REPLY)) {
      return;
    }
    out.append("| latency | count | median | p99 | longest |\n|---|---|---|---|---|\n");
    for (PhaseLatency latency : latencies) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.2f ms | %.2f ms | %.2f ms |\n",
              latency.phase().title(),
              latency.count(),
              latency.median(),
              latency.p99(),
              latency.longest()));
    }
  }
}
