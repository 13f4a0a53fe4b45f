package dev.etrn.reports.run.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.EscapedText;
import dev.etrn.reports.comparison.CaseDifference;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.WaiverText;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The results of a SARIF run. */
final class SarifResults {

  private static final Set<Verdict> REPORTED = Set.of(Verdict.FAIL, Verdict.WARN, Verdict.NOTE);

  private SarifResults() {}

  static void write(ArrayNode list, Report report) {
    List<CaseResult> cases = report.run().cases();
    for (int i = 0; i < cases.size(); i++) {
      if (REPORTED.contains(cases.get(i).verdict())) {
        ObjectNode node = result(list, cases.get(i), report);
        node.put("ruleIndex", i);
        suppressions(node, cases.get(i), report);
        state(cases.get(i), report).ifPresent(state -> node.put("baselineState", state));
      }
    }
    report.comparison().ifPresent(comparison -> absent(list, comparison, report));
  }

  private static ObjectNode result(ArrayNode list, CaseResult result, Report report) {
    String target = EscapedText.line(report.run().target().name());
    String id = result.info().id();
    ObjectNode node = list.addObject();
    node.put("ruleId", id);
    node.put("kind", "fail");
    node.put("level", level(result.verdict()));
    node.putObject("message")
        .put(
            "text",
            EscapedText.line(result.observed()) + "; accepted: " + result.info().expected());
    ObjectNode location = node.putArray("locations").addObject();
    // Code scanning shows only results that are in a file: the transcript is one.
    ObjectNode evidence = location.putObject("physicalLocation");
    evidence.putObject("artifactLocation").put("uri", Report.transcriptPath(result));
    evidence.putObject("region").put("startLine", 1);
    location
        .putArray("logicalLocations")
        .addObject()
        .put("name", target)
        .put("fullyQualifiedName", target + "/" + id)
        .put("kind", "resource");
    // GitHub reads the second one.
    node.putObject("partialFingerprints")
        .put("etrnCase/v1", fingerprint(target, id))
        .put("primaryLocationLineHash", fingerprint(target, id));
    return node;
  }

  /** Writes the suppressions; an empty list says that a result has none, if others have some. */
  private static void suppressions(ObjectNode node, CaseResult result, Report report) {
    if (report.expectations().waivers().all().isEmpty()) {
      return;
    }
    ArrayNode suppressions = node.putArray("suppressions");
    report
        .expectation(result)
        .filter(Expectation::isFail)
        .ifPresent(
            e ->
                suppressions
                    .addObject()
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put("justification", WaiverText.because(e.waiver())));
  }

  private static Optional<String> state(CaseResult result, Report report) {
    return report
        .comparison()
        .map(
            comparison ->
                comparison
                    .of(result)
                    .map(d -> isReported(d.before()) ? "updated" : "new")
                    .orElse("unchanged"));
  }

  /** Writes the results that the baseline reports and this run does not. */
  private static void absent(ArrayNode list, Comparison comparison, Report report) {
    for (CaseDifference difference : comparison.differences()) {
      if (isReported(difference.before()) && !isReported(difference.now())) {
        ObjectNode node = result(list, difference.before().orElseThrow(), report);
        node.put("baselineState", "absent");
        suppressions(node, difference.before().orElseThrow(), report);
      }
    }
  }

  private static boolean isReported(Optional<CaseResult> result) {
    return result.filter(r -> REPORTED.contains(r.verdict())).isPresent();
  }

  private static String level(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> "error";
      case WARN -> "warning";
      default -> "note";
    };
  }

  private static String fingerprint(String target, String id) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      byte[] name = (target + "\n" + id).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
