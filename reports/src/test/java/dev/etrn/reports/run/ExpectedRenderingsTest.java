package dev.etrn.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.reports.GoldenFile;
import dev.etrn.reports.Palette;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.html.cases.ComparisonPage;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.run.junit.JunitXml;
import dev.etrn.reports.run.results.ResultsJson;
import dev.etrn.reports.run.summary.ConsoleSummary;
import dev.etrn.reports.run.summary.MarkdownSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The renderings of a run with waivers and a baseline. */
class ExpectedRenderingsTest {

  private final Report report = SampleReport.compared();

  @Test
  void rendersJson() throws IOException {
    GoldenFile.assertSame("expected.json", ResultsJson.write(report));
  }

  @Test
  void rendersJunitXml() throws IOException {
    GoldenFile.assertSame("expected.xml", JunitXml.write(report));
  }

  @Test
  void rendersMarkdown() throws IOException {
    GoldenFile.assertSame("expected.md", MarkdownSummary.write(report));
  }

  @Test
  void rendersHtml() throws IOException {
    GoldenFile.assertSamePage("expected.html", RunPage.write(report));
  }

  @Test
  void rendersTheComparisonAsAPageOfItsOwn() throws IOException {
    Comparison comparison = report.comparison().orElseThrow();
    GoldenFile.assertSamePage("compare.html", ComparisonPage.write(report, comparison));
  }

  @Test
  void rendersConsole() throws IOException {
    var out = new StringWriter();
    new ConsoleSummary(new PrintWriter(out), new Palette(false)).print(report, "etrn-out");
    String text = out.toString().replace(System.lineSeparator(), "\n");
    GoldenFile.assertSame("expected.txt", text);
    assertThat(text).matches("(?s)[^\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202E]*");
  }

  @Test
  void fitsItsJsonSchema() throws IOException {
    try (var in =
        Report.class.getResourceAsStream("/dev/etrn/reports/schema/results.schema.json")) {
      String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      JsonNode results = new ObjectMapper().readTree(ResultsJson.write(report));
      assertThat(registry.getSchema(schema).validate(results)).isEmpty();
    }
  }

  @Test
  void keepsMarkupOutOfWaivers() {
    assertThat(RunPage.write(report)).doesNotContain("<b>").doesNotContain("<script>alert");
    assertThat(MarkdownSummary.write(report)).doesNotContain("<b>").doesNotContain("\n# x");
  }
}
