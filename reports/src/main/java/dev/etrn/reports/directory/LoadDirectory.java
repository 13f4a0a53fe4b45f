package dev.etrn.reports.directory;

import dev.etrn.load.run.LoadResult;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.load.LoadJson;
import dev.etrn.reports.load.LoadJunit;
import dev.etrn.reports.load.LoadMarkdown;
import dev.etrn.reports.load.LoadPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory that a load run writes: the run in each format, and a directory with the records of
 * each injector.
 */
public final class LoadDirectory {

  private final Path directory;

  public LoadDirectory(Path directory) {
    this.directory = directory;
  }

  /** Returns the formats of a load run, in the order in which they are written. */
  public static List<Rendering<LoadResult>> renderings(ToolInfo tool) {
    return List.of(
        Rendering.of("load.json", result -> LoadJson.write(result, tool)),
        Rendering.of("junit.xml", LoadJunit::write),
        Rendering.of("summary.md", LoadMarkdown::write),
        Rendering.of("report.html", result -> LoadPage.write(result, tool)));
  }

  /**
   * Creates the directory.
   *
   * @throws IOException if it cannot be written to
   */
  public static void prepare(Path directory) throws IOException {
    ReportFiles.prepare(directory);
  }

  public void write(LoadResult result, ToolInfo tool) throws IOException {
    ReportFiles.write(directory, renderings(tool), result);
  }
}
