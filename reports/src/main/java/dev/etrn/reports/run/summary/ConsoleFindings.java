package dev.etrn.reports.run.summary;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.Palette;
import dev.etrn.reports.run.FindingGroup;
import dev.etrn.reports.run.NextStep;
import dev.etrn.reports.run.RepeatText;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.WaiverText;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * The findings on the console: cases that are not PASS, the worst first. Cases that do not concern
 * the target, and cases that are inconclusive for one cause, are listed together, so that they do
 * not hide the others.
 */
final class ConsoleFindings {

  private static final Set<Verdict> UNCONCERNED =
      Set.of(Verdict.NOT_OFFERED, Verdict.NOT_APPLICABLE);
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final Palette palette;

  ConsoleFindings(PrintWriter out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  void print(Report report) {
    var grouped = new LinkedHashMap<Reason, List<CaseResult>>();
    for (FindingGroup finding : FindingGroup.of(report)) {
      CaseResult result = finding.first();
      if (UNCONCERNED.contains(result.verdict()) && report.expectation(result).isEmpty()) {
        grouped.computeIfAbsent(Reason.of(result), reason -> new ArrayList<>()).add(result);
      } else if (finding.cases().size() > 1) {
        inconclusive(finding.cases(), report);
      } else {
        finding(result, report);
      }
    }
    grouped.forEach(this::unconcerned);
  }

  private void inconclusive(List<CaseResult> cases, Report report) {
    CaseResult first = cases.get(0);
    verdict(first.verdict(), cases.size() + " cases: " + Reason.of(first).sentence());
    ids(cases);
    out.println("    next:     " + NextStep.of(cases, report));
  }

  /** The reason why a case does not concern the target. */
  private record Reason(Verdict verdict, String sentence) {
    static Reason of(CaseResult result) {
      String times = RepeatText.of(result);
      return new Reason(
          result.verdict(),
          EscapedText.line(result.observed()) + (times.isEmpty() ? "" : " (" + times + ")"));
    }
  }

  private void finding(CaseResult result, Report report) {
    verdict(result.verdict(), result.info().id() + ": " + result.info().title());
    out.println("    " + Reason.of(result).sentence());
    report.expectation(result).ifPresent(e -> out.println("    " + WaiverText.of(e)));
    if (result.verdict() == Verdict.FAIL || result.verdict() == Verdict.WARN) {
      out.println("    expected: " + result.info().expected());
      out.println("    repeat:   " + report.replayCommand(result));
    } else if (result.verdict() == Verdict.INCONCLUSIVE) {
      out.println("    next:     " + NextStep.of(List.of(result), report));
    }
  }

  private void unconcerned(Reason reason, List<CaseResult> cases) {
    verdict(reason.verdict(), reason.sentence());
    ids(cases);
  }

  private void ids(List<CaseResult> cases) {
    var line = new StringBuilder("   ");
    for (CaseResult result : cases) {
      if (line.length() + result.info().id().length() > WIDTH) {
        out.println(line);
        line = new StringBuilder("   ");
      }
      line.append(' ').append(result.info().id());
    }
    out.println(line);
  }

  private void verdict(Verdict verdict, String text) {
    String name = verdict.name() + " ".repeat(Math.max(0, 14 - verdict.name().length()));
    out.println(palette.paint(verdict, name) + " " + text);
  }
}
