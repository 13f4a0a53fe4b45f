package dev.etrn.reports.html.cases;

import dev.etrn.reports.comparison.CaseChange;
import dev.etrn.reports.comparison.CaseDifference;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.comparison.LatencyChange;
import dev.etrn.reports.comparison.LatencyComparison;
import dev.etrn.reports.html.VerdictText;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The model of a comparison for the templates. */
final class ComparisonModel {

  private ComparisonModel() {}

  static Map<String, Object> of(Comparison comparison, RunResult now) {
    TargetText target = TargetText.of(comparison.baseline().target());
    return Map.of(
        "name", target.name(),
        "version", target.version(),
        "startedAt", comparison.baseline().startedAt().toString(),
        "counts", counts(comparison),
        "verdicts", verdicts(comparison.baseline().summary(), now.summary()),
        "differences", comparison.differences().stream().map(ComparisonModel::difference).toList(),
        "latency", latency(comparison.latency()));
  }

  /** Returns the case of a difference, from the later run if it has it. */
  static CaseInfo info(CaseDifference difference) {
    return result(difference).info();
  }

  private static CaseResult result(CaseDifference difference) {
    return difference.now().or(difference::before).orElseThrow();
  }

  /** Returns the count of each change, the worst first. */
  private static List<Map<String, Object>> counts(Comparison comparison) {
    var counts = new EnumMap<CaseChange, Long>(CaseChange.class);
    comparison.differences().forEach(d -> counts.merge(d.change(), 1L, Long::sum));
    return counts.entrySet().stream().map(e -> count(ChangeText.of(e.getKey()), e)).toList();
  }

  private static Map<String, Object> count(ChangeText text, Map.Entry<CaseChange, Long> entry) {
    return Map.of(
        "name", text.name(),
        "words", text.words(),
        "mark", text.mark(),
        "colour", text.colour(),
        "count", entry.getValue());
  }

  private static List<Map<String, Object>> verdicts(
      Map<Verdict, Long> before, Map<Verdict, Long> now) {
    return Stream.of(Verdict.values())
        .filter(verdict -> before.containsKey(verdict) || now.containsKey(verdict))
        .map(
            verdict ->
                Map.<String, Object>of(
                    "verdict", VerdictText.of(verdict),
                    "before", before.getOrDefault(verdict, 0L),
                    "now", now.getOrDefault(verdict, 0L)))
        .toList();
  }

  /** Returns the latencies; templates omit them if no case was played often enough. */
  private static Map<String, Object> latency(LatencyComparison latency) {
    return Map.of(
        "compared", latency.compared(),
        "heading", latency.heading().replaceFirst("^o", "O"),
        "changed", latency.changed().stream().map(ComparisonModel::latencyChange).toList());
  }

  private static Map<String, Object> latencyChange(LatencyChange change) {
    return Map.of(
        "id", change.caseId(),
        "slower", change.millis() > 0,
        "millis", millis(change.millis()),
        "interval", millis(change.lowMillis()) + " to " + millis(change.highMillis()),
        "before", change.timesBefore(),
        "now", change.timesNow());
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%+.1f ms", value);
  }

  private static Map<String, Object> difference(CaseDifference difference) {
    return Map.of(
        "change", ChangeText.of(difference.change()),
        "waived", difference.isExpected(),
        "case", CaseRow.of(info(difference)),
        "verdicts", difference.verdicts(),
        "before", CutText.line(difference.observedBefore()),
        "now", CutText.line(difference.observedNow()));
  }
}
