package dev.etrn.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.console.ConsoleMatrix;
import dev.etrn.reports.console.Palette;
import dev.etrn.reports.html.HtmlMatrix;
import dev.etrn.reports.json.MatrixJson;
import dev.etrn.reports.markdown.MatrixMarkdown;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.suites.run.CaseResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixRenderingsTest {

  private final Matrix matrix =
      new Matrix(
          SampleReport.everyVerdict().tool(),
          List.of(
              Column.of("good", SampleReport.everyVerdict()),
              Column.of("waived", SampleReport.waived()),
              Column.notRun("gone", "no engine answers <b>|")),
          SampleReport.everyVerdict().run().cases().stream().map(CaseResult::info).toList());

  @Test
  void rendersJson() throws IOException {
    GoldenFile.assertSame("matrix.json", MatrixJson.write(matrix));
  }

  @Test
  void rendersMarkdown() throws IOException {
    GoldenFile.assertSame("matrix.md", MatrixMarkdown.write(matrix));
  }

  @Test
  void rendersHtml() throws IOException {
    GoldenFile.assertSame("matrix.html", HtmlMatrix.write(matrix));
  }

  @Test
  void rendersConsole() throws IOException {
    GoldenFile.assertSame("matrix.txt", console());
  }

  @Test
  void linksEachCellToItsEvidence() {
    String id = matrix.cases().get(0).id();
    assertThat(HtmlMatrix.write(matrix)).contains("href=\"good/report.html#" + id + "\"");
  }

  @Test
  void neverLetsOctetsOfATargetBecomeMarkupOrReachTheTerminal() {
    assertThat(HtmlMatrix.write(matrix)).doesNotContain("<script>alert").doesNotContain("\u001B");
    assertThat(MatrixMarkdown.write(matrix)).contains("\\<script\\>").doesNotContain("\n# x");
    assertThat(console()).matches("(?s)[^\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202E]*");
  }

  private String console() {
    var text = new StringWriter();
    new ConsoleMatrix(new PrintWriter(text), new Palette(false)).print(matrix, "etrn-matrix");
    return text.toString();
  }
}
