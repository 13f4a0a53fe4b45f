package dev.etrn.reports.run.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.etrn.reports.JsonText;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.util.Map;

/**
 * The writer of {@code badge.json}, which a shields.io endpoint badge reads.
 *
 * <p>The badge is red if a case fails that no waiver covers, grey if the run says little (ETRN is
 * not offered, or the run was interrupted), yellow if a case is inconclusive or unstable or a
 * waiver is stale, and green otherwise.
 */
public final class BadgeJson {

  private BadgeJson() {}

  public static String write(Report report) {
    var badge =
        JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", 1)
            .put("label", "ETRN")
            .put("message", message(report))
            .put("color", color(report));
    return JsonText.of(badge);
  }

  private static String message(Report report) {
    Map<Verdict, Long> summary = report.run().summary();
    if (!report.run().complete()) {
      return "interrupted";
    } else if (isNotOffered(summary)) {
      return "not offered";
    }
    long waived = report.expectations().byCase().values().stream().filter(e -> e.isFail()).count();
    return count(summary, Verdict.PASS)
        + " passed, "
        + failed(report)
        + " failed"
        + (waived > 0 ? ", " + waived + " waived" : "");
  }

  /** Returns the number of failures without the waived ones, so that each case counts once. */
  private static long failed(Report report) {
    return report.run().cases().stream()
        .filter(result -> result.verdict() == Verdict.FAIL)
        .filter(result -> report.expectation(result).isEmpty())
        .count();
  }

  private static String color(Report report) {
    Map<Verdict, Long> summary = report.run().summary();
    if (report.run().cases().stream().anyMatch(c -> isRed(c, report))) {
      return "red";
    } else if (!report.run().complete() || isNotOffered(summary)) {
      return "lightgrey";
    }
    boolean isUnsure =
        report.run().cases().stream().anyMatch(c -> isUnsure(c, report))
            || !report.expectations().stale().isEmpty();
    return isUnsure ? "yellow" : "brightgreen";
  }

  private static boolean isRed(CaseResult result, Report report) {
    return result.verdict() == Verdict.ERROR
        || (result.verdict() == Verdict.FAIL && report.expectation(result).isEmpty());
  }

  private static boolean isUnsure(CaseResult result, Report report) {
    return result.isUnstable()
        || report
            .expectation(result)
            .map(e -> e.isPass())
            .orElse(result.verdict() == Verdict.INCONCLUSIVE);
  }

  private static boolean isNotOffered(Map<Verdict, Long> summary) {
    return summary.containsKey(Verdict.NOT_OFFERED) && !summary.containsKey(Verdict.FAIL);
  }

  private static long count(Map<Verdict, Long> summary, Verdict verdict) {
    return summary.getOrDefault(verdict, 0L);
  }
}
