package dev.etrn.reports.run.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.comparison.CaseDifference;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.comparison.LatencyChange;

/** The part of {@code results.json} that a baseline adds. */
final class ComparisonJson {

  private ComparisonJson() {}

  static void write(ObjectNode node, Comparison comparison) {
    node.put("target", comparison.baseline().target().name());
    node.put("startedAt", comparison.baseline().startedAt().toString());
    ArrayNode differences = node.putArray("differences");
    comparison.differences().forEach(d -> difference(differences.addObject(), d));
    node.put("latencyCompared", comparison.latency().compared());
    ArrayNode latency = node.putArray("latencyChanges");
    comparison.latency().changed().forEach(c -> latency(latency.addObject(), c));
  }

  private static void difference(ObjectNode node, CaseDifference difference) {
    node.put("case", difference.caseId());
    node.put("change", difference.change().words());
    node.put("regression", difference.isRegression());
    node.put("waived", difference.isExpected());
    difference.before().ifPresent(before -> node.put("before", before.verdict().name()));
    difference.now().ifPresent(now -> node.put("now", now.verdict().name()));
  }

  private static void latency(ObjectNode node, LatencyChange change) {
    node.put("case", change.caseId());
    node.put("millis", change.millis());
    node.putArray("interval95").add(change.lowMillis()).add(change.highMillis());
  }
}
