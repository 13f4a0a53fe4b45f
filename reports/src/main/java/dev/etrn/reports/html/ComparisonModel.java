package dev.etrn.reports.html;

import dev.etrn.reports.Printable;
import dev.etrn.reports.compare.Comparison;
import dev.etrn.reports.compare.Difference;
import java.util.Map;

/** A comparison as the page's template wants it. */
final class ComparisonModel {

  private ComparisonModel() {}

  static Map<String, Object> of(Comparison comparison) {
    return Map.of(
        "name", Printable.line(comparison.baseline().target().name()),
        "startedAt", comparison.baseline().startedAt().toString(),
        "differences", comparison.differences().stream().map(ComparisonModel::difference).toList());
  }

  private static Map<String, Object> difference(Difference difference) {
    return Map.of(
        "change", difference.change().words(),
        "kind", difference.isRegression() ? "FAIL" : "PASS",
        "waived", difference.isExpected(),
        "id", difference.caseId(),
        "isThere", difference.now().isPresent(),
        "verdicts", difference.verdicts(),
        "before", Printable.line(difference.observedBefore()),
        "now", Printable.line(difference.observedNow()));
  }
}
