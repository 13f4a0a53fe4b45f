package dev.etrn.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.run.LoadResult;
import dev.etrn.reports.catalogue.CasePages;
import dev.etrn.reports.catalogue.CatalogueMarkdown;
import dev.etrn.reports.directory.RunDirectory;
import dev.etrn.reports.load.LoadMarkdown;
import dev.etrn.reports.load.comparison.LoadComparison;
import dev.etrn.reports.load.comparison.LoadComparisonReport;
import dev.etrn.reports.load.figures.LoadRecording;
import dev.etrn.reports.load.figures.Timeline;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.matrix.MatrixMarkdown;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.Cases;
import dev.etrn.suites.run.result.CaseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Heading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Markdown output, as an independent parser reads it. */
class MarkdownTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> DOCUMENTS =
      List.of("docs", "examples", "README.md", "CONTRIBUTING.md", "CHANGELOG.md");

  @TempDir private Path directory = Path.of("");

  @Test
  void summariesHaveWholeTablesAndLinksToTranscripts() throws Exception {
    for (Report report : List.of(SampleReport.everyVerdict(), SampleReport.compared())) {
      new RunDirectory(directory).write(report);
      ParsedMarkdown summary = whole(Files.readString(directory.resolve("summary.md")));
      assertThat(summary.tables()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(summary.destinations())
          .hasSizeGreaterThanOrEqualTo(5)
          .allSatisfy(to -> assertThat(directory.resolve(to)).isNotEmptyFile());
    }
  }

  @Test
  void summariesShowWhatATargetSaidAsItIs() throws Exception {
    Report report = SampleReport.everyVerdict();
    new RunDirectory(directory).write(report);
    ParsedMarkdown summary = whole(Files.readString(directory.resolve("summary.md")));
    List<TableRow> rows = ParsedMarkdown.below(summary.tables().get(1), TableRow.class);
    List<CaseResult> shown = report.remarkable();
    for (int i = 0; i < shown.size(); i++) {
      TableCell cell = (TableCell) rows.get(i + 1).getLastChild();
      assertThat(ParsedMarkdown.kinds(cell)).containsExactly("Text");
      assertThat(ParsedMarkdown.text(cell)).isEqualTo(EscapedText.line(shown.get(i).observed()));
    }
  }

  @Test
  void theMatrixHasWholeTables() throws Exception {
    Matrix matrix =
        new Matrix(
            SampleReport.everyVerdict().tool(),
            List.of(
                Column.of("good", SampleReport.everyVerdict()),
                Column.of("waived", SampleReport.waived()),
                Column.notRun("gone", SampleReport.HOSTILE)),
            SampleReport.everyVerdict().run().cases().stream().map(CaseResult::info).toList());
    ParsedMarkdown written = whole(MatrixMarkdown.write(matrix));
    assertThat(written.tables()).hasSize(5);
    assertThat(written.destinations()).isEmpty();
  }

  @Test
  void summariesOfLoadHaveWholeTables() throws Exception {
    LoadResult result = SampleLoad.against(SampleReport.HOSTILE, directory);
    ParsedMarkdown summary = whole(LoadMarkdown.write(result));
    assertThat(summary.tables()).hasSize(2);
    assertThat(headings(summary)).containsExactly("ETRN load: trigger against " + code());
  }

  @Test
  void comparisonsOfLoadHaveWholeTables() throws Exception {
    var table =
        new LoadComparisonReport(
            List.of(
                LoadComparison.of(load("a", 1_000_000), load(SampleReport.HOSTILE, 2_000_000))));
    table.write(directory);
    ParsedMarkdown summary = whole(Files.readString(directory.resolve("summary.md")));
    assertThat(summary.tables()).hasSize(1);
    assertThat(headings(summary))
        .hasSize(2)
        .last()
        .asString()
        .contains(EscapedText.line(SampleReport.HOSTILE));
  }

  @Test
  void theCatalogueHasWholeTables() {
    assertThat(whole(CatalogueMarkdown.write(Cases.ofBothSides())).tables()).hasSize(2);
  }

  @Test
  @Tag("slow")
  void pagesOfCasesHaveWholeTablesAndLinksThatLeadSomewhere() throws Exception {
    Map<String, String> pages = CasePages.write(Cases.ofBothSides());
    assertThat(pages).hasSizeGreaterThan(Cases.ofBothSides().size());
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(directory.resolve(page.getKey()), page.getValue());
    }
    for (String page : pages.keySet()) {
      leadSomewhere(directory.resolve(page), whole(pages.getOrDefault(page, "")));
    }
  }

  @Test
  void documentsHaveWholeTablesAndLinksThatLeadSomewhere() throws Exception {
    int count = 0;
    for (Path file : documents()) {
      ParsedMarkdown document = ParsedMarkdown.of(Files.readString(file));
      assertThat(document.unevenRows()).as("%s", file).isEmpty();
      leadSomewhere(file, document);
      count++;
    }
    assertThat(count).isGreaterThan(10);
  }

  /** Returns the document, after checking that tables are whole and nothing is HTML. */
  private static ParsedMarkdown whole(String text) {
    ParsedMarkdown parsed = ParsedMarkdown.of(text);
    assertThat(parsed.tables()).hasSize((int) parsed.meantTables());
    assertThat(parsed.unevenRows()).isEmpty();
    assertThat(parsed.html()).isEmpty();
    return parsed;
  }

  /** Checks the links to files of this project; it opens no others. */
  private static void leadSomewhere(Path from, ParsedMarkdown document) throws Exception {
    for (String link : document.destinations()) {
      if (link.matches("https?://.*")) {
        continue;
      }
      int mark = link.indexOf('#');
      String path = mark < 0 ? link : link.substring(0, mark);
      Path to = path.isEmpty() ? from : from.resolveSibling(path);
      assertThat(to).as("link of %s", from).exists();
      if (mark >= 0 && path.endsWith(".md")) {
        assertThat(ParsedMarkdown.of(Files.readString(to)).anchors())
            .as("link of %s", from)
            .contains(link.substring(mark + 1));
      }
    }
  }

  private static List<Path> documents() throws Exception {
    var all = new ArrayList<Path>();
    for (String module : List.of("", "reference-server", "test-suites", "load", "reports")) {
      for (String name : DOCUMENTS) {
        Path place = ROOT.resolve(module).resolve(name);
        if (Files.exists(place)) {
          try (Stream<Path> files = Files.walk(place)) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
          }
        }
      }
    }
    return all;
  }

  private static List<String> headings(ParsedMarkdown document) {
    return ParsedMarkdown.below(document.root(), Heading.class).stream()
        .map(ParsedMarkdown::text)
        .toList();
  }

  private static String code() {
    return EscapedText.line(SampleReport.HOSTILE).replace('`', '?');
  }

  private static LoadRecording load(String name, long nanos) {
    List<Timeline.Second> seconds =
        LongStream.range(0, 20)
            .mapToObj(at -> new Timeline.Second(at, 5, 0, nanos + at, nanos + 2 * at))
            .toList();
    return new LoadRecording(
        name,
        "soak",
        name,
        "rate 5",
        OptionalInt.empty(),
        seconds,
        StepTimes.merged(List.of()),
        List.of(name));
  }
}
