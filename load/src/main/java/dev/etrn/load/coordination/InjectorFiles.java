package dev.etrn.load.coordination;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** A {@code Conformance}, as JSON; not there when no session was to be judged. */
  public Path sample() {
    return directory.resolve("sample.json");
  }

  /** The transcripts of sessions that show a breach. */
  public Path transcripts() {
    return directory.resolve("transcripts");
  }

  /** Why the simulation did not come to its end, in one sentence; not there when it did. */
  public Path failure() {
    return directory.resolve("failure.txt");
  }

  /** What the load engine printed, such as which assertions hold. */
  public Path engine() {
    return directory.resolve("engine.txt");
  }

  /** What the injector itself printed, when this process started it. */
  public Path log() {
    return directory.resolve("injector.log");
  }

  /** Writes the summary, which appears with all that is in it. */
  public void end(InjectorSummary summary) throws IOException {
    AtomicFile.write(summary(), new ObjectMapper().writeValueAsString(summary));
  }

  /** Copies what is there, the summary last and at once. */
  public void copyTo(InjectorFiles other) throws IOException {
    for (Path file : present()) {
      Path to = other.directory().resolve(directory.relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.exists(summary())) {
      AtomicFile.write(other.summary(), Files.readString(summary()));
    }
  }

  /** Removes the record of another run. */
  public void delete() throws IOException {
    Files.deleteIfExists(summary());
    for (Path file : present()) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(transcripts());
  }

  /** What there is of the record, but for the summary. */
  private List<Path> present() throws IOException {
    var files = new ArrayList<>(List.of(times(), asked(), sent(), sample(), failure(), engine()));
    if (Files.isDirectory(transcripts())) {
      try (Stream<Path> all = Files.list(transcripts())) {
        all.forEach(files::add);
      }
    }
    return files.stream().filter(Files::exists).toList();
  }
}
