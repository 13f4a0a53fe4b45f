package dev.etrn.reports.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.reports.JsonText;

/** The load scenarios as JSON: {@code [{"name": "burst", "does": "..."}]}. */
public final class ScenariosJson {

  private ScenariosJson() {}

  public static String write() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Scenario scenario : Scenario.values()) {
      list.addObject().put("name", scenario.title()).put("does", scenario.sentence());
    }
    return JsonText.of(list);
  }
}
