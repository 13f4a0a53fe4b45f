package dev.etrn.load.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.load.conformance.Conformance.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The file of one injector's findings, in JSON, with its transcripts beside it. */
public final class ConformanceFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ConformanceFile() {}

  static void write(Conformance findings, Path file) throws IOException {
    JSON.writeValue(file.toFile(), findings);
  }

  /**
   * Reads the findings; they are empty if there is no such file, since the injector had nothing to
   * judge.
   */
  public static Conformance read(Path file) throws IOException {
    return Files.exists(file) ? JSON.readValue(file.toFile(), Conformance.class) : Conformance.NONE;
  }

  /**
   * Copies an injector's transcripts to those of the run, under names that tell injectors apart.
   *
   * @param injector the injector's name
   * @param source the directory of the injector's transcripts
   * @param run the directory of the run
   * @return the findings with the files' new names
   */
  public static Conformance collect(Conformance findings, String injector, Path source, Path run)
      throws IOException {
    if (findings.evidence().isEmpty()) {
      return findings;
    }
    Path target = Files.createDirectories(run.resolve("transcripts"));
    for (String name : findings.evidence().stream().map(Evidence::transcript).distinct().toList()) {
      Files.copy(
          source.resolve(name),
          target.resolve(injector + "." + name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    List<Evidence> moved =
        findings.evidence().stream()
            .map(
                item ->
                    new Evidence(
                        item.requirement(),
                        item.verdict(),
                        item.observed(),
                        "transcripts/" + injector + "." + item.transcript()))
            .toList();
    return new Conformance(findings.judged(), findings.dropped(), findings.verdicts(), moved);
  }

  /** Removes the transcripts of an earlier run, so that none is taken for one of this run. */
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
