package dev.etrn.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.catalogue.CatalogueJson;
import dev.etrn.reports.catalogue.CatalogueMarkdown;
import dev.etrn.reports.directory.RunDirectory;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.run.junit.JunitXml;
import dev.etrn.reports.run.results.ResultsJson;
import dev.etrn.reports.run.summary.MarkdownSummary;
import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The renderings of a run with a case of every verdict. */
class RenderingsTest extends RenderedReport {

  private final Report report = SampleReport.everyVerdict();

  @Override
  Report report() {
    return report;
  }

  @Override
  String golden(String rendering) {
    return rendering;
  }

  @Test
  void countsInJunitXmlAsThePlatformDoes() throws Exception {
    Element suite = (Element) xml(JunitXml.write(report)).getElementsByTagName("testsuite").item(0);
    NodeList cases = suite.getElementsByTagName("testcase");
    assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases.getLength()));
    for (String kind : new String[] {"failure", "error", "skipped"}) {
      String attribute = kind.equals("skipped") ? "skipped" : kind + "s";
      assertThat(suite.getAttribute(attribute))
          .isEqualTo(Integer.toString(suite.getElementsByTagName(kind).getLength()));
    }
  }

  @Test
  void neverLetsOctetsOfTheTargetBecomeMarkup() {
    assertThat(RunPage.write(report)).doesNotContain("<script>alert").doesNotContain("\u001B");
    assertThat(MarkdownSummary.write(report)).contains("\\<script\\>").doesNotContain("\n# x");
    assertThat(JunitXml.write(report)).doesNotContain("<script>").doesNotContain("\u0000");
  }

  @Test
  void needsNothingFromTheNetwork() {
    assertThat(RunPage.write(report)).doesNotContainPattern("(?:src|href)=[\"']?(?:https?:)?//");
  }

  @Test
  void writesTheCatalogue() throws IOException {
    JsonNode catalogue = new ObjectMapper().readTree(CatalogueJson.write(Cases.ofBothSides()));
    assertThat(catalogue.get("cases")).hasSize(Cases.ofBothSides().size());
    assertThat(CatalogueMarkdown.write(Cases.ofBothSides()))
        .contains("ETRN-001", "etrn.effect.subtree");
  }

  @Test
  void writesADirectoryThatIsWhole(@TempDir Path directory) throws IOException {
    new RunDirectory(directory).write(report);
    assertThat(directory.resolve("results.json")).hasContent(ResultsJson.write(report));
    for (var result : report.run().cases()) {
      assertThat(directory.resolve(Report.transcriptPath(result))).isNotEmptyFile();
    }
    try (var files = Files.walk(directory)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void forgetsTranscriptsOfAnEarlierRunAndNothingElse(@TempDir Path directory) throws IOException {
    new RunDirectory(directory).write(SampleReport.compared());
    Path transcripts = directory.resolve("transcripts");
    Path gone = transcripts.resolve("etrn.syntax.forms.3.txt");
    assertThat(gone).isNotEmptyFile();
    Files.writeString(transcripts.resolve("notes.txt"), "mine");
    Files.writeString(transcripts.resolve("etrn.syntax.forms.txt.bak"), Files.readString(gone));
    Files.writeString(transcripts.resolve("renamed.txt"), Files.readString(gone));
    Files.writeString(
        transcripts.resolve("injector-1.load.session-7.txt"),
        Files.readString(gone).replace("etrn.syntax.forms", "load.session-7"));
    new RunDirectory(directory).write(SampleReport.of(Verdict.FAIL));
    try (var files = Files.list(transcripts)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "etrn.keywords.announced.txt",
              "etrn.syntax.forms.txt.bak",
              "injector-1.load.session-7.txt",
              "notes.txt",
              "renamed.txt");
    }
  }

  @Test
  void writesAnEmptyRunToo(@TempDir Path directory) throws IOException {
    new RunDirectory(directory).write(SampleReport.of());
    assertThat(directory.resolve("report.html")).isNotEmptyFile();
    assertThat(directory.resolve("junit.xml")).isNotEmptyFile();
  }

  @Test
  void hasAPageThatIsNotLargerThanItsTranscripts() {
    Verdict[] many = new Verdict[Cases.all().size()];
    java.util.Arrays.fill(many, Verdict.PASS);
    assertThat(RunPage.write(SampleReport.of(many)).length()).isLessThan(700_000);
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
