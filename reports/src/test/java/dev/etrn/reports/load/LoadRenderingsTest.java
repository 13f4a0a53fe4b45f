package dev.etrn.reports.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.load.run.LoadResult;
import dev.etrn.reports.GoldenFile;
import dev.etrn.reports.SampleLoad;
import dev.etrn.reports.ToolInfo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadRenderingsTest {

  private static final String SCHEMA =
      "src/main/resources/dev/etrn/reports/schema/load.schema.json";
  private static final ToolInfo TOOL = new ToolInfo("1.2.3", "abc1234", "17");
  @TempDir private Path directory = Path.of("");

  @Test
  void writesJson() throws Exception {
    GoldenFile.assertSame("load.json", LoadJson.write(result("embedded"), TOOL));
  }

  @Test
  void fitsItsJsonSchema() throws Exception {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    String schema = Files.readString(Path.of(SCHEMA));
    var load = (ObjectNode) new ObjectMapper().readTree(LoadJson.write(result("embedded"), TOOL));
    assertThat(registry.getSchema(schema).validate(load)).isEmpty();
    load.remove("fairness");
    assertThat(registry.getSchema(schema).validate(load)).isNotEmpty();
  }

  @Test
  void writesJunit() throws Exception {
    GoldenFile.assertSame("load-junit.xml", LoadJunit.write(result("embedded")));
  }

  @Test
  void writesMarkdown() throws Exception {
    GoldenFile.assertSame("load-summary.md", LoadMarkdown.write(result("embedded")));
  }

  @Test
  void printsToTheConsole() throws Exception {
    var out = new StringWriter();
    new LoadConsole(new PrintWriter(out)).print(result("embedded"), "etrn-out");
    GoldenFile.assertSame("load-console.txt", out.toString());
  }

  @Test
  void writesAPageThatNeedsNothingElse() throws Exception {
    String page = LoadPage.write(result("embedded"), TOOL);
    assertThat(page)
        .contains("<h1>ETRN load: trigger against embedded</h1>")
        .contains("uPlot")
        .contains("<td>partners</td><td>ETRN</td><td>253</td>")
        .contains("missed")
        .doesNotContain("src=")
        .doesNotContainPattern("href=[\"']?(?:https?:)?//");
  }

  @Test
  void letsNothingOfATargetBecomeMarkup() throws Exception {
    String page = LoadPage.write(result("<script>alert(1)</script>"), TOOL);
    assertThat(page).doesNotContain("<script>alert(1)").contains("&lt;script&gt;alert(1)");
  }

  @Test
  void tellsWhatVerdictsMeanOnlyWhereItShowsAny() throws Exception {
    String legend = "What the verdicts mean";
    assertThat(LoadPage.write(result("embedded"), TOOL)).contains(legend);
    assertThat(LoadPage.write(SampleLoad.unjudged(directory), TOOL))
        .doesNotContain(legend)
        .doesNotContain("Conformance under load")
        .contains("What the words mean");
  }

  private LoadResult result(String target) throws Exception {
    return SampleLoad.against(target, directory);
  }
}
