package dev.etrn.reports.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.load.conformance.Conformance;

/** The part {@code conformance} of {@code load.json}. */
final class ConformanceJson {

  private ConformanceJson() {}

  static void write(Conformance found, ObjectNode node) {
    node.put("judged", found.judged()).put("dropped", found.dropped());
    ObjectNode requirements = node.putObject("requirements");
    found
        .verdicts()
        .forEach(
            (id, verdicts) -> {
              ObjectNode counts = requirements.putObject(id);
              verdicts.entrySet().stream()
                  .sorted(java.util.Map.Entry.comparingByKey())
                  .forEach(entry -> counts.put(entry.getKey().name(), entry.getValue()));
            });
    ArrayNode evidence = node.putArray("evidence");
    found
        .evidence()
        .forEach(
            finding ->
                evidence
                    .addObject()
                    .put("requirement", finding.requirement())
                    .put("verdict", finding.verdict().name())
                    .put("observed", finding.observed())
                    .put("transcript", finding.transcript()));
  }
}
