package dev.etrn.suites.catalogue.requirements;

import dev.etrn.suites.catalogue.CaseInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The consequences that breaking a requirement has for people: for those who wait for mail, those
 * whose mail it is, and those who run the server.
 *
 * <p>Requirements with the same consequence share a sentence. A requirement that is not the main
 * one of any case has no sentence. The sentences stand in {@code consequences.txt}.
 */
public final class Consequences {

  private static final String FILE = "consequences.txt";
  private static final Map<String, String> BY_REQUIREMENT = parse(text());

  private Consequences() {}

  /** Returns the consequence of failing a case: that of breaking its main requirement. */
  public static Optional<String> of(CaseInfo info) {
    return of(info.requirements().get(0));
  }

  /** Returns the consequence of breaking the requirement with this id, in one sentence. */
  public static Optional<String> of(String requirement) {
    return Optional.ofNullable(BY_REQUIREMENT.get(requirement));
  }

  /**
   * Reads sentences, each with the ids of its requirements indented below it.
   *
   * @return the sentences by the ids of the requirements
   * @throws IllegalArgumentException when a requirement does not exist or has two sentences, or one
   *     of the two parts is missing
   */
  static Map<String, String> parse(String text) {
    var byRequirement = new HashMap<String, String>();
    for (String block : text.split("\\R{2,}")) {
      Map<Boolean, List<String>> lines =
          block
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.partitioningBy(line -> line.startsWith(" ")));
      String sentence = String.join(" ", lines.getOrDefault(false, List.of()));
      String ids = String.join(" ", lines.getOrDefault(true, List.of())).strip();
      if (sentence.isEmpty() != ids.isEmpty()) {
        throw new IllegalArgumentException(
            FILE + " wants a sentence and ids of requirements below it, not: " + sentence + ids);
      }
      if (!ids.isEmpty()) {
        List.of(ids.split(" +")).forEach(id -> put(byRequirement, id, sentence));
      }
    }
    return Map.copyOf(byRequirement);
  }

  private static void put(Map<String, String> byRequirement, String id, String sentence) {
    if (byRequirement.put(Requirements.byId(id).id(), sentence) != null) {
      throw new IllegalArgumentException(FILE + " has two sentences for " + id);
    }
  }

  private static String text() {
    try (InputStream in = Consequences.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not beside its class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
