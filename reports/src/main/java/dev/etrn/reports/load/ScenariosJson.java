package dev.etrn.reports.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.etrn.load.scenario.Scenario;

/** The load scenarios as JSON: {@code [{"name": "burst", "does": "..."}]}. */
public final class ScenariosJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ScenariosJson() {}

  public static String write() {
    ArrayNode list = MAPPER.createArrayNode();
    for (Scenario scenario : Scenario.values()) {
      list.addObject().put("name", scenario.title()).put("does", scenario.sentence());
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
    }
  }
}
