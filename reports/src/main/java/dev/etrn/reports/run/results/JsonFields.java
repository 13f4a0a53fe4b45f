package dev.etrn.reports.run.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.etrn.reports.EscapedText;
import dev.etrn.suites.config.HarnessConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one object in a file; every error names the file, the place and the problem. */
record JsonFields(String file, String path, JsonNode node) {

  String text(String key) throws HarnessConfigurationException {
    return text(node.get(key), path + key);
  }

  Optional<String> optionalText(String key) throws HarnessConfigurationException {
    return node.hasNonNull(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** Returns the text under {@code key}, or empty if there is no such key. */
  Optional<String> optional(String key) throws HarnessConfigurationException {
    return node.has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** Returns the value under {@code key}, as {@code parse} reads it. */
  <T> T value(String key, Function<String, T> parse) throws HarnessConfigurationException {
    String text = text(key);
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      throw error(path + key, "is '" + EscapedText.line(text) + "', which is not understood");
    }
  }

  long number(String key) throws HarnessConfigurationException {
    JsonNode value = node.get(key);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw error(path + key, "must be a whole number");
    }
    return value.asLong();
  }

  int count(String key) throws HarnessConfigurationException {
    long number = number(key);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw error(path + key, "is " + number + ", which is out of range");
    }
    return (int) number;
  }

  boolean has(String key) {
    return node.has(key);
  }

  boolean flag(String key) throws HarnessConfigurationException {
    JsonNode value = node.get(key);
    if (value == null || !value.isBoolean()) {
      throw error(path + key, "must be true or false");
    }
    return value.asBoolean();
  }

  JsonFields object(String key) throws HarnessConfigurationException {
    return object(node.get(key), path + key);
  }

  /** Returns the objects in the list under {@code key}; none if there is no such key. */
  List<JsonFields> objects(String key) throws HarnessConfigurationException {
    var objects = new ArrayList<JsonFields>();
    for (JsonNode entry : list(key)) {
      objects.add(object(entry, path + key + "[" + objects.size() + "]"));
    }
    return objects;
  }

  /** Returns the texts in the list under {@code key}; none if there is no such key. */
  List<String> texts(String key) throws HarnessConfigurationException {
    var texts = new ArrayList<String>();
    for (JsonNode entry : list(key)) {
      texts.add(text(entry, path + key + "[" + texts.size() + "]"));
    }
    return texts;
  }

  private Iterable<JsonNode> list(String key) throws HarnessConfigurationException {
    JsonNode list = node.get(key);
    if (list == null) {
      return List.of();
    } else if (!list.isArray()) {
      throw error(path + key, "must be a list");
    }
    return list;
  }

  private JsonFields object(@Nullable JsonNode value, String place)
      throws HarnessConfigurationException {
    if (value == null || !value.isObject()) {
      throw error(place, "must be an object");
    }
    return new JsonFields(file, place + ".", value);
  }

  private String text(@Nullable JsonNode value, String place) throws HarnessConfigurationException {
    if (value == null || !value.isTextual()) {
      throw error(place, "must be text");
    }
    return value.asText();
  }

  private HarnessConfigurationException error(String place, String sentence) {
    return new HarnessConfigurationException(
        file + " is not a results.json of this harness: '" + place + "' " + sentence);
  }
}
