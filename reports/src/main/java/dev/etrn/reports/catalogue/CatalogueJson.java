package dev.etrn.reports.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.JsonText;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.util.List;

/** The catalogue as JSON: {@code {"requirements": [...], "cases": [...]}}. */
public final class CatalogueJson {

  private CatalogueJson() {}

  public static String write(List<Experiment> cases) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode requirements = root.putArray("requirements");
    Requirements.all().forEach(r -> requirement(requirements.addObject(), r, cases));
    ArrayNode list = root.putArray("cases");
    cases.forEach(testCase -> oneCase(list.addObject(), testCase));
    return JsonText.of(root);
  }

  private static void requirement(
      ObjectNode node, Requirement requirement, List<Experiment> cases) {
    node.put("id", requirement.id());
    node.put("level", requirement.level().name());
    node.put("spec", requirement.spec());
    node.put("sentence", requirement.sentence());
    ArrayNode covered = node.putArray("cases");
    cases.stream()
        .filter(testCase -> testCase.info().requirements().contains(requirement.id()))
        .forEach(testCase -> covered.add(testCase.info().id()));
    ArrayNode tests = node.putArray("unitTests");
    requirement.unitTests().forEach(tests::add);
    node.put("untestable", requirement.untestable().orElse(null));
  }

  private static void oneCase(ObjectNode node, Experiment testCase) {
    node.put("id", testCase.info().id());
    node.put("revision", testCase.info().revision());
    node.put("title", testCase.info().title());
    node.put("expected", testCase.info().expected());
    ArrayNode requirements = node.putArray("requirements");
    testCase.info().requirements().forEach(requirements::add);
    ArrayNode needs = node.putArray("needs");
    testCase.info().needs().stream().sorted().forEach(need -> needs.add(need.key()));
  }
}
