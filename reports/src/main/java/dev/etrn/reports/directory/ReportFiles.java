package dev.etrn.reports.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The files of a report in its directory. */
final class ReportFiles {

  private ReportFiles() {}

  /**
   * Creates the directory, so that an error shows before the run.
   *
   * @throws IOException if it cannot be created or written to
   */
  static void prepare(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (!Files.isWritable(directory)) {
      throw new IOException("not writable");
    }
  }

  /** Writes the report in each format, and deletes the files that this report does not have. */
  static <R> void write(Path directory, List<Rendering<R>> renderings, R report)
      throws IOException {
    for (Rendering<R> rendering : renderings) {
      Optional<String> content = rendering.content().apply(report);
      if (content.isPresent()) {
        put(directory, rendering.file(), content.get());
      } else {
        Files.deleteIfExists(directory.resolve(rendering.file()));
      }
    }
  }

  /** Writes a file, which is complete or absent at any time. */
  static void put(Path directory, String name, String text) throws IOException {
    Path part = Files.writeString(directory.resolve(name + ".part"), text);
    Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
