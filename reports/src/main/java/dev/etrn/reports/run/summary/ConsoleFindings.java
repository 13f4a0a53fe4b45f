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
 * What is not PASS, the worst first. Cases that do not concern the target, and those that are
 * inconclusive for one cause, stand together, so that they do not push out of sight what does.
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
    var together = new LinkedHashMap<Reason, List<CaseResult>>();
    for (FindingGroup finding : FindingGroup.of(report)) {
      CaseResult one = finding.first();
      if (UNCONCERNED.contains(one.verdict()) && report.expectation(one).isEmpty()) {
        together.computeIfAbsent(Reason.of(one), reason -> new ArrayList<>()).add(one);
      } else if (finding.cases().size() > 1) {
        inconclusive(finding.cases(), report);
      } else {
        finding(one, report);
      }
    }
    together.forEach(this::unconcerned);
  }

  private void inconclusive(List<CaseResult> cases, Report report) {
    CaseResult first = cases.get(0);
    verdict(first.verdict(), cases.size() + " cases: " + Reason.of(first).sentence());
    ids(cases);
    out.println("    next:     " + NextStep.of(cases, report));
  }

  /** Why a case does not concern the target. */
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
      out.println("    again:    " + report.replay(result));
    } else if (result.verdict() == Verdict.INCONCLUSIVE) {
      out.println("    next:     " + NextStep.of(List.of(result), report));
    }
  }

  private void unconcerned(Reason why, List<CaseResult> cases) {
    verdict(why.verdict(), why.sentence());
    ids(cases);
  }

  private void ids(List<CaseResult> cases) {
    var line = new StringBuilder("   ");
    for (CaseResult one : cases) {
      if (line.length() + one.info().id().length() > WIDTH) {
        out.println(line);
        line = new StringBuilder("   ");
      }
      line.append(' ').append(one.info().id());
    }
    out.println(line);
  }

  private void verdict(Verdict verdict, String text) {
    String name = verdict.name() + " ".repeat(Math.max(0, 14 - verdict.name().length()));
    out.println(palette.paint(verdict, name) + " " + text);
  }
}
