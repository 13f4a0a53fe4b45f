package dev.etrn.reports.directory;

import dev.etrn.load.run.LoadResult;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.load.LoadJson;
import dev.etrn.reports.load.LoadJunit;
import dev.etrn.reports.load.LoadMarkdown;
import dev.etrn.reports.load.LoadPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory that a load run writes: {@code load.json}, {@code junit.xml}, {@code summary.md},
 * {@code report.html}, and a directory with the records of each injector.
 */
public final class LoadDirectory {

  private final Path directory;

  public LoadDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Creates the directory.
   *
   * @throws IOException if it cannot be written to
   */
  public static void prepare(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (!Files.isWritable(directory)) {
      throw new IOException("not writable");
    }
  }

  public void write(LoadResult result, ToolInfo tool) throws IOException {
    file("load.json", LoadJson.write(result, tool));
    file("junit.xml", LoadJunit.write(result));
    file("summary.md", LoadMarkdown.write(result));
    file("report.html", LoadPage.write(result, tool));
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
  }
}
