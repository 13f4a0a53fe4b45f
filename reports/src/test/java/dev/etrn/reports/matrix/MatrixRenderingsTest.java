package dev.etrn.reports.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.reports.GoldenFile;
import dev.etrn.reports.Palette;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.html.cases.MatrixPage;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.judge.mail.ReleaseLatency;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.ReleaseTimes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixRenderingsTest {

  private static final List<ReleaseTimes> RELEASES =
      List.of(
          new ReleaseTimes(
              1,
              List.of(
                  new ReleaseLatency(1, 900_000, 2_000_000, 12_345_678),
                  new ReleaseLatency(1, 700_000, 4_000_000, 2_345_678),
                  new ReleaseLatency(1, 800_000, 3_000_000, 22_345_678))),
          new ReleaseTimes(
              50, List.of(new ReleaseLatency(50, 1_000_000, 3_000_000, 1_500_000_000))));

  private final Matrix matrix =
      new Matrix(
          SampleReport.everyVerdict().tool(),
          List.of(
              Column.of("good", SampleReport.everyVerdict()).with(RELEASES),
              Column.of("waived", SampleReport.waived()),
              Column.cutShort("lost", SampleReport.of(Verdict.PASS), "it went away <b>|"),
              Column.notRun("gone", "no engine answers <b>|")),
          SampleReport.everyVerdict().run().cases().stream().map(CaseResult::info).toList());

  @Test
  void rendersJson() throws IOException {
    GoldenFile.assertSame("matrix.json", MatrixJson.write(matrix));
  }

  @Test
  void fitsItsJsonSchema() throws IOException {
    String path = "src/main/resources/dev/etrn/reports/schema/matrix.schema.json";
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var known = registry.getSchema(Files.readString(Path.of(path)));
    JsonNode written = new ObjectMapper().readTree(MatrixJson.write(matrix));
    assertThat(known.validate(written)).isEmpty();
    ((ObjectNode) written.at("/targets/0/releases/0/median")).remove("lastNanos");
    assertThat(known.validate(written)).isNotEmpty();
  }

  @Test
  void tellsTheMedianOfWhatWasTimed() {
    assertThat(RELEASES.get(0).median())
        .isEqualTo(new ReleaseLatency(1, 800_000, 3_000_000, 12_345_678));
    assertThat(console()).contains("0.80 / 3.00 / 12.3").contains("1.00 / 3.00 / 1500");
  }

  @Test
  void rendersMarkdown() throws IOException {
    GoldenFile.assertSame("matrix.md", MatrixMarkdown.write(matrix));
  }

  @Test
  void rendersHtml() throws IOException {
    GoldenFile.assertSamePage("matrix.html", MatrixPage.write(matrix));
  }

  @Test
  void rendersConsole() throws IOException {
    GoldenFile.assertSame("matrix.txt", console());
  }

  @Test
  void linksEachCellToItsEvidence() {
    String id = matrix.cases().get(0).id();
    assertThat(MatrixPage.write(matrix)).contains("href=\"#good/" + id + "\"");
  }

  @Test
  void neverLetsOctetsOfATargetBecomeMarkupOrReachTheTerminal() {
    assertThat(MatrixPage.write(matrix)).doesNotContain("<script>alert").doesNotContain("\u001B");
    assertThat(MatrixMarkdown.write(matrix)).contains("\\<script\\>").doesNotContain("\n# x");
    assertThat(console()).matches("(?s)[^\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202E]*");
  }

  private String console() {
    var text = new StringWriter();
    new MatrixConsole(new PrintWriter(text), new Palette(false)).print(matrix, "etrn-matrix");
    return text.toString();
  }
}
