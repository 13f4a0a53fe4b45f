package dev.etrn.load.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What one injector leaves behind, in its directory.
 *
 * @param directory exists
 */
public record InjectorFiles(Path directory) {

  /** The times of all steps: an HdrHistogram log by second and tag. */
  public Path times() {
    return directory.resolve("injector.hlog");
  }

  /** A line {@code node,nanoseconds since 1970,accepted} for each ETRN that was written. */
  public Path asked() {
    return directory.resolve("asked.csv");
  }

  /** A line {@code node/number,taken} for each message whose final dot was written. */
  public Path sent() {
    return directory.resolve("sent.csv");
  }

  /** An {@link InjectorSummary}, as JSON; written last. */
  public Path summary() {
    return directory.resolve("injector.json");
  }

  /** What the injector itself printed, when this process started it. */
  public Path log() {
    return directory.resolve("injector.log");
  }

  /** Copies what is there, the summary last and at once. */
  public void copyTo(InjectorFiles other) throws IOException {
    for (Path file : List.of(times(), asked(), sent())) {
      if (Files.exists(file)) {
        Path to = other.directory().resolve(String.valueOf(file.getFileName()));
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (Files.exists(summary())) {
      Meeting.appear(other.summary(), Files.readString(summary()));
    }
  }

  /** Removes the record of another run. */
  public void delete() throws IOException {
    for (Path file : List.of(summary(), times(), asked(), sent())) {
      Files.deleteIfExists(file);
    }
  }
}
