package dev.etrn.reports.directory;

import dev.etrn.reports.html.cases.MatrixPage;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.MatrixJson;
import dev.etrn.reports.matrix.MatrixMarkdown;
import dev.etrn.reports.run.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of a matrix: the run of each target in one of its own, and what joins them. */
public final class MatrixDirectory {

  private final Path directory;

  public MatrixDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the directory, so that a run does not end with nowhere to write.
   *
   * @throws IOException when it cannot be made or written to
   */
  public void prepare() throws IOException {
    Files.createDirectories(directory);
    if (!Files.isWritable(directory)) {
      throw new IOException("not writable");
    }
  }

  /** Writes the run of one target. */
  public void write(String target, Report report) throws IOException {
    new RunDirectory(directory.resolve(target)).write(report);
  }

  /** Writes what joins the runs. */
  public void write(Matrix matrix) throws IOException {
    Files.writeString(directory.resolve("matrix.md"), MatrixMarkdown.write(matrix));
    Files.writeString(directory.resolve("matrix.json"), MatrixJson.write(matrix));
    Files.writeString(directory.resolve("matrix.html"), MatrixPage.write(matrix));
  }
}
