package dev.etrn.reports.run.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.run.result.CaseResult;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of a SARIF run: cases, with the sentences of the catalogue as help. */
final class SarifRules {

  private SarifRules() {}

  static void write(ArrayNode rules, List<CaseResult> results) {
    results.forEach(result -> rule(rules.addObject(), result.info()));
  }

  private static void rule(ObjectNode rule, CaseInfo info) {
    List<Requirement> requirements = info.requirements().stream().map(Requirements::byId).toList();
    rule.put("id", info.id());
    rule.putObject("shortDescription").put("text", info.title());
    rule.putObject("fullDescription").put("text", info.title() + "; accepted: " + info.expected());
    ObjectNode help = rule.putObject("help");
    help.put(
        "text",
        requirements.stream()
            .map(r -> r.id() + " (" + r.level() + ", " + r.spec() + "): " + r.sentence())
            .collect(Collectors.joining("\n")));
    help.put(
        "markdown",
        requirements.stream()
            .map(r -> "- **" + r.id() + "** (" + r.level() + ", " + r.spec() + "): " + r.sentence())
            .collect(Collectors.joining("\n")));
    ArrayNode tags = rule.putObject("properties").putArray("tags");
    tags.add(info.area());
    info.requirements().forEach(tags::add);
  }
}
