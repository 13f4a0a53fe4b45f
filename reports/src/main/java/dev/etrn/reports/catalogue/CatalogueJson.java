package dev.etrn.reports.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.util.List;

/** The catalogue as JSON: {@code {"requirements": [...], "cases": [...]}}. */
public final class CatalogueJson {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private CatalogueJson() {}

  public static String write(List<Experiment> cases) {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode requirements = root.putArray("requirements");
    Requirements.all().forEach(r -> requirement(requirements.addObject(), r, cases));
    ArrayNode list = root.putArray("cases");
    cases.forEach(one -> oneCase(list.addObject(), one));
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
    }
  }

  private static void requirement(
      ObjectNode node, Requirement requirement, List<Experiment> cases) {
    node.put("id", requirement.id());
    node.put("level", requirement.level().name());
    node.put("spec", requirement.spec());
    node.put("sentence", requirement.sentence());
    ArrayNode covered = node.putArray("cases");
    cases.stream()
        .filter(one -> one.info().requirements().contains(requirement.id()))
        .forEach(one -> covered.add(one.info().id()));
    ArrayNode tests = node.putArray("unitTests");
    requirement.unitTests().forEach(tests::add);
    node.put("untestable", requirement.untestable().orElse(null));
  }

  private static void oneCase(ObjectNode node, Experiment one) {
    node.put("id", one.info().id());
    node.put("revision", one.info().revision());
    node.put("title", one.info().title());
    node.put("expected", one.info().expected());
    ArrayNode requirements = node.putArray("requirements");
    one.info().requirements().forEach(requirements::add);
    ArrayNode needs = node.putArray("needs");
    one.info().needs().stream().sorted().forEach(need -> needs.add(need.key()));
  }
}
