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
 * The files that one injector leaves in its directory.
 *
 * @param directory the injector's directory, which exists
 */
public record InjectorFiles(Path directory) {

  /** Returns the file with the times of all steps: an HdrHistogram log by second and tag. */
  public Path times() {
    return directory.resolve("injector.hlog");
  }

  /**
   * Returns the file with a line {@code node,nanoseconds since 1970,accepted} for each ETRN that
   * was written.
   */
  public Path asked() {
    return directory.resolve("asked.csv");
  }

  /**
   * Returns the file with a line {@code node/number,taken} for each message whose final dot was
   * written.
   */
  public Path sent() {
    return directory.resolve("sent.csv");
  }

  /** Returns the file with an {@link InjectorSummary} as JSON, which is written last. */
  public Path summary() {
    return directory.resolve("injector.json");
  }

  /**
   * Returns the file with a {@code Conformance} as JSON; it is missing if no session was to be
   * judged.
   */
  public Path sample() {
    return directory.resolve("sample.json");
  }

  /** Returns the directory for the transcripts of sessions that show a breach. */
  public Path transcripts() {
    return directory.resolve("transcripts");
  }

  /**
   * Returns the file with one sentence on why the simulation did not finish; it is missing if it
   * did.
   */
  public Path failure() {
    return directory.resolve("failure.txt");
  }

  /** Returns the file with the output of the load engine, such as the assertions that hold. */
  public Path engine() {
    return directory.resolve("engine.txt");
  }

  /**
   * Returns the file with the injector's own error output, if this process started the injector.
   */
  public Path log() {
    return directory.resolve("injector.log");
  }

  /** Writes the summary, which appears with its whole content. */
  public void end(InjectorSummary summary) throws IOException {
    AtomicFile.write(summary(), new ObjectMapper().writeValueAsString(summary));
  }

  /** Copies the files that exist; the summary comes last and appears with its whole content. */
  public void copyTo(InjectorFiles target) throws IOException {
    for (Path file : present()) {
      Path copy = target.directory().resolve(directory.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.exists(summary())) {
      AtomicFile.write(target.summary(), Files.readString(summary()));
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

  /** Returns the files of the record that exist, except the summary. */
  private List<Path> present() throws IOException {
    var files = new ArrayList<>(List.of(times(), asked(), sent(), sample(), failure(), engine()));
    if (Files.isDirectory(transcripts())) {
      try (Stream<Path> transcripts = Files.list(transcripts())) {
        transcripts.forEach(files::add);
      }
    }
    return files.stream().filter(Files::exists).toList();
  }
}
