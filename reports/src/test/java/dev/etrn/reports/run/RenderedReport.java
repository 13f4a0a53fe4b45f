package dev.etrn.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.reports.GoldenFile;
import dev.etrn.reports.Palette;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.run.junit.JunitXml;
import dev.etrn.reports.run.results.ResultsJson;
import dev.etrn.reports.run.summary.ConsoleSummary;
import dev.etrn.reports.run.summary.MarkdownSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The renderings that every report has: each is the same as its golden file. */
abstract class RenderedReport {

  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/etrn/reports/schema/results.schema.json");

  abstract Report report();

  /** Returns the name of the golden file for a rendering. */
  abstract String golden(String rendering);

  @Test
  void rendersJson() throws IOException {
    GoldenFile.assertSame(golden("results.json"), ResultsJson.write(report()));
  }

  @Test
  void rendersJunitXml() throws IOException {
    GoldenFile.assertSame(golden("junit.xml"), JunitXml.write(report()));
  }

  @Test
  void rendersMarkdown() throws IOException {
    GoldenFile.assertSame(golden("summary.md"), MarkdownSummary.write(report()));
  }

  @Test
  void rendersHtml() throws IOException {
    GoldenFile.assertSamePage(golden("report.html"), RunPage.write(report()));
  }

  @Test
  void rendersConsole() throws IOException {
    GoldenFile.assertSame(golden("console.txt"), console(false));
  }

  @Test
  void fitsItsJsonSchema() throws IOException {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    String schema = Files.readString(SCHEMA);
    var results = (ObjectNode) new ObjectMapper().readTree(ResultsJson.write(report()));
    assertThat(registry.getSchema(schema).validate(results)).isEmpty();
    results.remove("seed");
    assertThat(registry.getSchema(schema).validate(results)).isNotEmpty();
  }

  @Test
  void neverLetsOctetsOfTheTargetReachTheTerminal() {
    assertThat(console(false)).matches("(?s)[^\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202E]*");
    assertThat(console(true)).contains("\u001B[31m").doesNotContain("\u001B[31m\u0000");
  }

  private String console(boolean colours) {
    var out = new StringWriter();
    new ConsoleSummary(new PrintWriter(out), new Palette(colours)).print(report(), "etrn-out");
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
