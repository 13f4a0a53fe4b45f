package dev.etrn.suites.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a YAML file; every error names the file, the line and the expected value. */
public final class YamlMapping {

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m)");

  private static final Duration LONGEST = Duration.ofHours(24);

  private final String file;
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlMapping(String file, String path, int line) {
    this.file = file;
    this.path = path;
    this.line = line;
  }

  private YamlMapping(String file, String path, MappingNode node)
      throws HarnessConfigurationException {
    this.file = file;
    this.path = path;
    this.line = line(node);
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw error(line(tuple.getKeyNode()), "a key must be a word");
      }
      if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw error(line(key), "the key '" + path + key.getValue() + "' appears twice");
      }
    }
  }

  /**
   * @param file the name of the file in errors
   * @param knownKeys the keys that may stand at the top, the most useful one first
   */
  public static YamlMapping read(String file, String text, List<String> knownKeys)
      throws HarnessConfigurationException {
    Optional<Node> root;
    try {
      root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new HarnessConfigurationException(
          file + " line " + line + ": this is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new HarnessConfigurationException(file + ": this is not YAML: " + e.getMessage());
    }
    if (root.isEmpty() || !(root.get() instanceof MappingNode mapping)) {
      throw new HarnessConfigurationException(
          file + " line 1: expected keys such as '" + knownKeys.get(0) + ":' here");
    }
    return new YamlMapping(file, "", mapping).onlyWith(knownKeys);
  }

  /** Adds each key of {@code parent} that this mapping does not have; returns this mapping. */
  public YamlMapping inheriting(YamlMapping parent) {
    parent.values.forEach(values::putIfAbsent);
    return this;
  }

  /**
   * Returns the mapping under {@code key}, or empty.
   *
   * @param knownKeys the keys that may stand in it, the most useful one first
   */
  public Optional<YamlMapping> mapping(String key, List<String> knownKeys)
      throws HarnessConfigurationException {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return Optional.empty();
    }
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(key, "keys below it, such as '" + knownKeys.get(0) + ":'");
    }
    return Optional.of(new YamlMapping(file, path + key + ".", mapping).onlyWith(knownKeys));
  }

  /**
   * Returns the mapping under {@code key}, or one without any key.
   *
   * @param knownKeys the keys that may stand in it, the most useful one first
   */
  YamlMapping part(String key, List<String> knownKeys) throws HarnessConfigurationException {
    Optional<YamlMapping> mapping = mapping(key, knownKeys);
    return mapping.isPresent() ? mapping.get() : new YamlMapping(file, path + key + ".", line);
  }

  /**
   * Returns the mappings in the list under {@code key}; none when there is no list.
   *
   * @param knownKeys the keys that may stand in each, the most useful one first
   */
  public List<YamlMapping> list(String key, List<String> knownKeys)
      throws HarnessConfigurationException {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(key, "a list, each entry beginning with '- '");
    }
    var mappings = new ArrayList<YamlMapping>();
    for (Node entry : sequence.getValue()) {
      if (!(entry instanceof MappingNode mapping)) {
        throw error(line(entry), "an entry of '" + path + key + "' must have keys");
      }
      mappings.add(new YamlMapping(file, "", mapping).onlyWith(knownKeys));
    }
    return mappings;
  }

  /** Returns the words in the list under {@code key}; none when there is no list. */
  List<String> words(String key) throws HarnessConfigurationException {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(key, "a list, each entry beginning with '- '");
    }
    var words = new ArrayList<String>();
    for (Node entry : sequence.getValue()) {
      if (!(entry instanceof ScalarNode word)) {
        throw error(line(entry), "an entry of '" + path + key + "' must be one word");
      }
      words.add(word.getValue());
    }
    return words;
  }

  public Optional<String> text(String key) throws HarnessConfigurationException {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(key, "one word");
    }
    return Optional.of(scalar.getValue());
  }

  Optional<Boolean> flag(String key) throws HarnessConfigurationException {
    return value(
        key,
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  public Optional<Integer> count(String key) throws HarnessConfigurationException {
    return value(
        key,
        "a number from 0 to 999999",
        text -> text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
  }

  Optional<Duration> duration(String key) throws HarnessConfigurationException {
    return value(key, "a time such as 500ms, 10s or 2m, up to 24 hours", YamlMapping::asDuration);
  }

  /**
   * Returns the value under {@code key} as {@code parse} understands it, or empty when there is
   * none.
   *
   * @param expected the description of a good value, for the error when {@code parse} gives nothing
   */
  public <T> Optional<T> value(String key, String expected, Function<String, Optional<T>> parse)
      throws HarnessConfigurationException {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = parse.apply(text.get());
    if (value.isEmpty()) {
      throw wrong(key, expected);
    }
    return value;
  }

  /** Returns all keys with their values as text. */
  public Map<String, String> texts() throws HarnessConfigurationException {
    var texts = new LinkedHashMap<String, String>();
    for (String key : values.keySet()) {
      texts.put(key, text(key).orElse(""));
    }
    return texts;
  }

  /** Returns the error for a key that must be there. */
  public HarnessConfigurationException missing(String key, String expected) {
    return error(line, "'" + path + key + "' is missing; expected " + expected);
  }

  /** Returns the error for a key whose value cannot be used. */
  public HarnessConfigurationException wrong(String key, String expected) {
    Node node = values.get(key);
    String state =
        node instanceof ScalarNode scalar ? " is '" + scalar.getValue() + "'" : " is wrong";
    return error(
        node == null ? line : line(node),
        "'" + path + key + "'" + state + "; expected " + expected);
  }

  private YamlMapping onlyWith(List<String> knownKeys) throws HarnessConfigurationException {
    for (Map.Entry<String, Node> entry : values.entrySet()) {
      if (!knownKeys.isEmpty() && !knownKeys.contains(entry.getKey())) {
        String keys = knownKeys.stream().sorted().collect(Collectors.joining(", "));
        throw error(
            line(entry.getValue()),
            "unknown key '" + path + entry.getKey() + "'; expected one of: " + keys);
      }
    }
    return this;
  }

  private HarnessConfigurationException error(int errorLine, String sentence) {
    return new HarnessConfigurationException(file + " line " + errorLine + ": " + sentence);
  }

  private static Optional<Duration> asDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          default -> Duration.ofMinutes(amount);
        };
    return Optional.of(duration).filter(time -> time.compareTo(LONGEST) <= 0);
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
