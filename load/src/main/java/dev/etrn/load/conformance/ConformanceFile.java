package dev.etrn.load.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.load.conformance.Conformance.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What one injector found, as JSON, and its transcripts beside it. */
public final class ConformanceFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ConformanceFile() {}

  static void write(Conformance found, Path file) throws IOException {
    JSON.writeValue(file.toFile(), found);
  }

  /** None when there is no such file: the injector had nothing to judge. */
  public static Conformance read(Path file) throws IOException {
    return Files.exists(file) ? JSON.readValue(file.toFile(), Conformance.class) : Conformance.NONE;
  }

  /**
   * Copies an injector's transcripts to those of the run, under names that tell injectors apart.
   *
   * @param injector its name
   * @param from where its transcripts are
   * @param run the directory of the run
   * @return the same, with the files' new names
   */
  public static Conformance collect(Conformance found, String injector, Path from, Path run)
      throws IOException {
    if (found.evidence().isEmpty()) {
      return found;
    }
    Path to = Files.createDirectories(run.resolve("transcripts"));
    for (String name : found.evidence().stream().map(Evidence::transcript).distinct().toList()) {
      Files.copy(
          from.resolve(name),
          to.resolve(injector + "." + name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    List<Evidence> moved =
        found.evidence().stream()
            .map(
                one ->
                    new Evidence(
                        one.requirement(),
                        one.verdict(),
                        one.observed(),
                        "transcripts/" + injector + "." + one.transcript()))
            .toList();
    return new Conformance(found.judged(), found.dropped(), found.verdicts(), moved);
  }

  /** Removes what an earlier run left, so that nothing of it is taken for this one's. */
  public static void clear(Path run) throws IOException {
    Path transcripts = run.resolve("transcripts");
    if (!Files.isDirectory(transcripts)) {
      return;
    }
    try (Stream<Path> files = Files.list(transcripts)) {
      for (Path file : files.filter(f -> f.toString().contains(".load.session-")).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
