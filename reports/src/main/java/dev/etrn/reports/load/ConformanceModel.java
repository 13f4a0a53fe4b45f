package dev.etrn.reports.load;

import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.conformance.Conformance.Evidence;
import dev.etrn.reports.EscapedText;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The model of the sample for the page of a load run. */
final class ConformanceModel {

  private ConformanceModel() {}

  static Map<String, Object> of(Conformance found) {
    return Map.of(
        "summary",
        found.judged() == 0 ? "" : ConformanceText.summary(found),
        "requirements",
        found.verdicts().keySet().stream().map(id -> requirement(found, id)).toList(),
        "evidence",
        found.evidence().stream().map(ConformanceModel::evidence).toList());
  }

  private static Map<String, Object> requirement(Conformance found, String id) {
    Requirement requirement = Requirements.byId(id);
    List<String> counts =
        Stream.of(Verdict.PASS, Verdict.FAIL, Verdict.WARN, Verdict.NOTE)
            .map(verdict -> Long.toString(found.count(id, verdict)))
            .toList();
    long others =
        Stream.of(Verdict.INCONCLUSIVE, Verdict.NOT_APPLICABLE, Verdict.NOT_OFFERED)
            .mapToLong(verdict -> found.count(id, verdict))
            .sum();
    return Map.of(
        "id",
        id,
        "sentence",
        requirement.sentence(),
        "spec",
        requirement.spec(),
        "counts",
        counts,
        "others",
        Long.toString(others),
        "broken",
        found.count(id, Verdict.FAIL) > 0);
  }

  private static Map<String, String> evidence(Evidence finding) {
    return Map.of(
        "requirement", finding.requirement(),
        "verdict", finding.verdict().name(),
        "observed", EscapedText.line(finding.observed()),
        "transcript", finding.transcript());
  }
}
