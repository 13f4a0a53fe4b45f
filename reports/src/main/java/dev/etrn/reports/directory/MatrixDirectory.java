package dev.etrn.reports.directory;

import dev.etrn.reports.html.cases.MatrixPage;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.MatrixJson;
import dev.etrn.reports.matrix.MatrixMarkdown;
import dev.etrn.reports.run.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The directory of a matrix: a directory for the run of each target, and the matrix of all. */
public final class MatrixDirectory {

  /** The formats of a matrix, in the order in which they are written. */
  public static final List<Rendering<Matrix>> RENDERINGS =
      List.of(
          Rendering.of("matrix.md", MatrixMarkdown::write),
          Rendering.of("matrix.json", MatrixJson::write),
          Rendering.of("matrix.html", MatrixPage::write));

  private final Path directory;

  public MatrixDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Creates the directory, so that an error shows before the run.
   *
   * @throws IOException if it cannot be created or written to
   */
  public void prepare() throws IOException {
    ReportFiles.prepare(directory);
  }

  /** Writes the run of one target. */
  public void write(String target, Report report) throws IOException {
    new RunDirectory(directory.resolve(target)).write(report);
  }

  /** Writes the matrix of all runs. */
  public void write(Matrix matrix) throws IOException {
    ReportFiles.write(directory, RENDERINGS, matrix);
  }
}
