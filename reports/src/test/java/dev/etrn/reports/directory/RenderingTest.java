package dev.etrn.reports.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleLoad;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.ToolInfo;
import dev.etrn.suites.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void becomesAFileOfARun() throws IOException {
    new RunDirectory(directory).write(SampleReport.compared());
    assertThat(RunDirectory.RENDERINGS)
        .allSatisfy(rendering -> assertThat(directory.resolve(rendering.file())).isNotEmptyFile());
  }

  @Test
  void leavesNoFileWhereTheReportHasNone() throws IOException {
    Path comparison = Files.createFile(directory.resolve("compare.html"));
    new RunDirectory(directory).write(SampleReport.of(Verdict.PASS));
    assertThat(comparison).doesNotExist();
  }

  @Test
  void becomesAFileOfALoadRun() throws Exception {
    var tool = new ToolInfo("1.2.3", "abc1234", "17");
    new LoadDirectory(directory).write(SampleLoad.against("embedded", directory), tool);
    assertThat(LoadDirectory.renderings(tool))
        .allSatisfy(rendering -> assertThat(directory.resolve(rendering.file())).isNotEmptyFile());
  }

  @Test
  void ofARunIsInTheDocumentForPipelines() throws IOException {
    List<String> files = RunDirectory.RENDERINGS.stream().map(Rendering::file).toList();
    List<String> table =
        Files.readString(Path.of("docs/pipelines.md"))
            .lines()
            .dropWhile(line -> !line.equals("| file | for |"))
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(files)
        .allSatisfy(
            file -> assertThat(table).as(file).anyMatch(row -> row.contains("`" + file + "`")));
  }
}
