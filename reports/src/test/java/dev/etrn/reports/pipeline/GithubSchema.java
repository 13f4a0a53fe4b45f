package dev.etrn.reports.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema in the language that GitHub's own parser has for workflows and actions, as far as those
 * files are checked without evaluating expressions.
 */
final class GithubSchema {

  private final JsonNode definitions;

  GithubSchema(JsonNode schema) {
    definitions = schema.get("definitions");
  }

  /** Returns the errors of {@code file}, each with its place; empty if there are none. */
  List<String> validate(String root, JsonNode file) {
    var wrong = new ArrayList<String>();
    check(root, false, file, root, wrong);
    return wrong;
  }

  /**
   * Checks a value.
   *
   * @param outer true if the surrounding value may have expressions
   */
  private void check(String type, boolean outer, JsonNode value, String place, List<String> wrong) {
    JsonNode definition = definitions.path(type);
    boolean expressions = outer || definition.has("context") || type.equals("any");
    if (isExpression(value) && expressions) {
      return;
    } else if (definition.has("one-of")) {
      oneOf(definition.get("one-of"), expressions, value, place, wrong);
    } else if (definition.has("mapping") || type.equals("mapping")) {
      mapping(definition.path("mapping"), expressions, value, place, wrong);
    } else if (definition.has("sequence") || type.equals("sequence")) {
      sequence(
          definition.at("/sequence/item-type").asText("any"), expressions, value, place, wrong);
    } else if (definition.has("allowed-values")) {
      allowed(definition.get("allowed-values"), value, place, wrong);
    } else if (!isScalar(type, definition, value)) {
      wrong.add(place + ": " + value + " is no " + type);
    }
  }

  private void oneOf(
      JsonNode types, boolean outer, JsonNode value, String place, List<String> wrong) {
    List<String> nearest = List.of(place + ": fits nothing");
    int fewest = Integer.MAX_VALUE;
    for (JsonNode type : types) {
      var found = new ArrayList<String>();
      check(type.asText(), outer, value, place, found);
      if (found.size() < fewest) {
        nearest = found;
        fewest = found.size();
      }
    }
    wrong.addAll(nearest);
  }

  private void mapping(
      JsonNode mapping, boolean outer, JsonNode value, String place, List<String> wrong) {
    if (!value.isObject()) {
      wrong.add(place + ": a mapping is expected");
      return;
    }
    JsonNode properties = mapping.path("properties");
    value
        .properties()
        .forEach(
            entry -> {
              String here = place + "." + entry.getKey();
              JsonNode property = properties.path(entry.getKey());
              String type =
                  property.isMissingNode()
                      ? mapping.path("loose-value-type").asText()
                      : property.path("type").asText(property.asText());
              if (type.isEmpty() && !mapping.isEmpty()) {
                wrong.add(here + ": is not known");
              } else {
                check(type.isEmpty() ? "any" : type, outer, entry.getValue(), here, wrong);
              }
            });
    properties
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().path("required").asBoolean() && !value.has(entry.getKey())) {
                wrong.add(place + ": lacks " + entry.getKey());
              }
            });
  }

  private void sequence(
      String type, boolean outer, JsonNode value, String place, List<String> wrong) {
    if (!value.isArray()) {
      wrong.add(place + ": a sequence is expected");
      return;
    }
    int index = 0;
    for (JsonNode one : value) {
      check(type, outer, one, place + "[" + index++ + "]", wrong);
    }
  }

  private static void allowed(JsonNode values, JsonNode value, String place, List<String> wrong) {
    for (JsonNode one : values) {
      if (one.asText().equals(value.asText())) {
        return;
      }
    }
    wrong.add(place + ": " + value + " is none of " + values);
  }

  private static boolean isScalar(String type, JsonNode definition, JsonNode value) {
    if (type.equals("any")) {
      return true;
    } else if (definition.has("boolean") || type.equals("boolean")) {
      return value.isBoolean();
    } else if (definition.has("number") || type.equals("number")) {
      return value.isNumber();
    } else if (definition.has("null") || type.equals("null")) {
      return value.isNull();
    }
    JsonNode string = definition.path("string");
    // As GitHub does, numbers and booleans are taken for strings; expressions need a context.
    return value.isValueNode()
        && !value.isNull()
        && !isExpression(value)
        && (!string.has("constant") || string.get("constant").asText().equals(value.asText()))
        && !(string.path("require-non-empty").asBoolean() && value.asText().isEmpty());
  }

  private static boolean isExpression(JsonNode value) {
    return value.isTextual() && value.asText().contains("${{");
  }
}
