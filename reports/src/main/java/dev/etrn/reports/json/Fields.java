package dev.etrn.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.etrn.reports.Printable;
import dev.etrn.suites.target.ConfigurationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one object in a file; every error names the file, the place and what is wrong. */
record Fields(String file, String path, JsonNode node) {

  String text(String key) throws ConfigurationError {
    return text(node.get(key), path + key);
  }

  Optional<String> optionalText(String key) throws ConfigurationError {
    return node.hasNonNull(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** The text under {@code key}, or empty when there is no such key. */
  Optional<String> optional(String key) throws ConfigurationError {
    return node.has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** The value under {@code key} as {@code parse} understands it. */
  <T> T value(String key, Function<String, T> parse) throws ConfigurationError {
    String text = text(key);
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      throw error(path + key, "is '" + Printable.line(text) + "', which is not understood");
    }
  }

  long number(String key) throws ConfigurationError {
    JsonNode value = node.get(key);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw error(path + key, "must be a whole number");
    }
    return value.asLong();
  }

  int count(String key) throws ConfigurationError {
    long number = number(key);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw error(path + key, "is " + number + ", which cannot be");
    }
    return (int) number;
  }

  boolean has(String key) {
    return node.has(key);
  }

  boolean flag(String key) throws ConfigurationError {
    JsonNode value = node.get(key);
    if (value == null || !value.isBoolean()) {
      throw error(path + key, "must be true or false");
    }
    return value.asBoolean();
  }

  Fields object(String key) throws ConfigurationError {
    return object(node.get(key), path + key);
  }

  /** The objects in the list under {@code key}; none when there is no such key. */
  List<Fields> objects(String key) throws ConfigurationError {
    var objects = new ArrayList<Fields>();
    for (JsonNode entry : list(key)) {
      objects.add(object(entry, path + key + "[" + objects.size() + "]"));
    }
    return objects;
  }

  /** The texts in the list under {@code key}; none when there is no such key. */
  List<String> texts(String key) throws ConfigurationError {
    var texts = new ArrayList<String>();
    for (JsonNode entry : list(key)) {
      texts.add(text(entry, path + key + "[" + texts.size() + "]"));
    }
    return texts;
  }

  private Iterable<JsonNode> list(String key) throws ConfigurationError {
    JsonNode list = node.get(key);
    if (list == null) {
      return List.of();
    } else if (!list.isArray()) {
      throw error(path + key, "must be a list");
    }
    return list;
  }

  private Fields object(@Nullable JsonNode value, String at) throws ConfigurationError {
    if (value == null || !value.isObject()) {
      throw error(at, "must be an object");
    }
    return new Fields(file, at + ".", value);
  }

  private String text(@Nullable JsonNode value, String at) throws ConfigurationError {
    if (value == null || !value.isTextual()) {
      throw error(at, "must be text");
    }
    return value.asText();
  }

  private ConfigurationError error(String at, String sentence) {
    return new ConfigurationError(
        file + " is no results.json of this harness: '" + at + "' " + sentence);
  }
}
