package dev.etrn.suites.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was looked at and found to be in order: a line each, {@code MUTANT: why it survives}. */
final class Reviewed {

  private final Map<String, String> reasons = new LinkedHashMap<>();

  static Reviewed read(Path file) throws IOException {
    var reviewed = new Reviewed();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(": ", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
          throw new IllegalArgumentException("a reason is missing: " + line);
        }
        reviewed.reasons.put(parts[0].strip(), parts[1].strip());
      }
    }
    return reviewed;
  }

  /** Those that no line speaks of. */
  List<String> unexplained(List<String> keys) {
    return keys.stream().filter(key -> !reasons.containsKey(key)).toList();
  }

  /** Lines that speak of nothing any more. */
  List<String> stale(List<String> keys) {
    return reasons.keySet().stream().filter(key -> !keys.contains(key)).toList();
  }
}
