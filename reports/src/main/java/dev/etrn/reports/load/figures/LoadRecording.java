package dev.etrn.reports.load.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.reports.EscapedText;
import dev.etrn.suites.config.ConfigurationFile;
import dev.etrn.suites.config.HarnessConfigurationException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recorded load run.
 *
 * @param name the directory or file, as the user named it
 * @param options the options of the run, such as {@code rate 30, duration 14 s}
 * @param etrnsPerSession the limit of ETRNs in a session; empty for no limit
 * @param seconds the seconds; the first and the last of a longer run are left out
 * @param times the times of all steps; empty if only {@code load.json} is there
 * @param invalid the reasons why the run is not valid
 */
public record LoadRecording(
    String name,
    String scenario,
    String target,
    String options,
    OptionalInt etrnsPerSession,
    List<Timeline.Second> seconds,
    StepTimes times,
    List<String> invalid) {

  /** The length of the shortest run whose first and last second are left out. */
  private static final int ENOUGH = 5;

  public LoadRecording {
    seconds = List.copyOf(seconds);
    invalid = List.copyOf(invalid);
  }

  /** Returns true if {@code run} is the directory of a load run, or its load.json. */
  public static boolean isAt(Path run) {
    return Files.isDirectory(run)
        ? Files.exists(run.resolve("load.json"))
        : String.valueOf(run.getFileName()).equals("load.json");
  }

  /**
   * Reads a recording.
   *
   * @throws HarnessConfigurationException if it cannot be read
   */
  public static LoadRecording read(Path run) throws HarnessConfigurationException {
    Path file = Files.isDirectory(run) ? run.resolve("load.json") : run;
    JsonNode root = json(file);
    if (root.path("schema").asInt() != 1 || !root.path("timeline").isArray()) {
      throw new HarnessConfigurationException(
          file + " is not a load.json of version 1: name one that etrn load wrote");
    }
    var seconds = new ArrayList<Timeline.Second>();
    for (JsonNode second : root.path("timeline")) {
      seconds.add(
          new Timeline.Second(
              second.path("second").asLong(),
              second.path("etrns").asLong(),
              second.path("errors").asLong(),
              second.path("p50").asLong(),
              second.path("p99").asLong()));
    }
    var invalid = new ArrayList<String>();
    root.path("invalid").forEach(reason -> invalid.add(reason.asText()));
    return new LoadRecording(
        run.toString(),
        root.path("scenario").asText(),
        root.at("/target/name").asText(),
        options(root.path("options")),
        limit(root.at("/options/etrnsPerSession")),
        seconds.size() < ENOUGH ? seconds : seconds.subList(1, seconds.size() - 1),
        times(file),
        invalid);
  }

  /** Returns scenario, target and name, escaped since they name targets and files. */
  public String title() {
    return EscapedText.line(scenario + " against " + target + " (" + name + ")");
  }

  private static OptionalInt limit(JsonNode limit) {
    return limit.isInt() ? OptionalInt.of(limit.asInt()) : OptionalInt.empty();
  }

  private static String options(JsonNode options) {
    return options.properties().stream()
        .map(option -> option.getKey() + " " + amount(option.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Returns a number without a fraction of 0, a time in seconds, and any other value as it is. */
  private static String amount(JsonNode value) {
    String text = value.asText();
    try {
      return text.startsWith("PT")
          ? plain(Duration.parse(text).toMillis() / 1e3) + " s"
          : value.isNumber() ? plain(value.asDouble()) : text;
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static JsonNode json(Path file) throws HarnessConfigurationException {
    try {
      return JsonMapper.builder().build().readTree(ConfigurationFile.text(file, "RUN"));
    } catch (JsonProcessingException e) {
      throw new HarnessConfigurationException(file + " is not JSON: " + e.getOriginalMessage());
    }
  }

  private static StepTimes times(Path json) throws HarnessConfigurationException {
    Path directory = json.toAbsolutePath().resolveSibling(".");
    try (Stream<Path> injectors = Files.list(directory)) {
      return StepTimes.read(
          injectors
              .map(injector -> injector.resolve("injector.hlog"))
              .filter(Files::exists)
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new HarnessConfigurationException(
          "cannot read the times beside "
              + json
              + ": "
              + EscapedText.line(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      // The reader of the log throws all kinds of exceptions for a log that is cut off.
      throw new HarnessConfigurationException(
          "cannot read the times beside " + json + ": an injector.hlog there is incomplete");
    }
  }
}
