package dev.etrn.reports.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Level;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filters: each lists and counts exactly the rows that the model has. */
@NeedsBrowser
class FilterIT {

  private final Report report = SamplePage.report();
  private final Matrix matrix = SamplePage.matrix();

  @TempDir private Path directory = Path.of("");
  private Path reportFile = Path.of("");
  private Path matrixFile = Path.of("");

  @BeforeEach
  void writePages() throws Exception {
    reportFile = SamplePage.REPORT.in(directory);
    matrixFile = SamplePage.MATRIX.in(java.nio.file.Files.createDirectory(directory.resolve("m")));
  }

  @Test
  void listsAllCasesAtFirst(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, reportFile)) {
      assertShows(open, resultsWith(result -> true), report.run().cases().size());
    }
  }

  @Test
  void filtersAReportByVerdicts(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, reportFile)) {
      press(open.page(), Verdict.FAIL);
      assertShows(open, resultsWith(one -> one.verdict() == Verdict.FAIL), all());
      press(open.page(), Verdict.WARN);
      assertShows(
          open,
          resultsWith(one -> one.verdict() == Verdict.FAIL || one.verdict() == Verdict.WARN),
          all());
    }
  }

  @Test
  void filtersAReportByLevelAndArea(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, reportFile)) {
      open.page().getByLabel("Level").selectOption("MUST");
      assertShows(open, resultsWith(one -> hasMust(one.info())), all());
      open.page().getByLabel("Area").selectOption("reply");
      assertShows(
          open,
          resultsWith(one -> hasMust(one.info()) && one.info().area().equals("reply")),
          all());
    }
  }

  @Test
  void findsEachWordOfATextInWhateverCase(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, reportFile)) {
      String requirement = report.run().cases().get(0).info().requirements().get(0);
      open.page().getByLabel("Text").fill(requirement.toLowerCase(Locale.ROOT) + " Keywords.");
      List<String> expected =
          resultsWith(
              one ->
                  one.info().requirements().contains(requirement)
                      && one.info().id().contains("keywords."));
      assertThat(expected).isNotEmpty();
      assertShows(open, expected, all());
      open.page().getByLabel("Text").fill("no such words");
      assertShows(open, List.of(), all());
    }
  }

  @Test
  void showsAllAgainWhenCleared(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, reportFile)) {
      press(open.page(), Verdict.FAIL);
      open.page().getByLabel("Area").selectOption("reply");
      open.page().getByLabel("Text").fill("no such words");
      open.page().locator("[data-clear]").click();
      assertShows(open, resultsWith(one -> true), all());
    }
  }

  @Test
  void filtersAMatrixByWhatIsSomewhereInARow(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, matrixFile)) {
      press(open.page(), Verdict.FAIL);
      assertShows(open, rowsWith(Verdict.FAIL, matrix.columns()), matrix.cases().size());
    }
  }

  @Test
  void filtersAMatrixByTargets(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, matrixFile)) {
      open.page().locator("button[data-column]").getByText("exim").click();
      assertThat(open.texts(columnsShown())).containsExactly("Case", "exim");
      press(open.page(), Verdict.FAIL);
      assertShows(
          open, rowsWith(Verdict.FAIL, List.of(matrix.columns().get(1))), matrix.cases().size());
    }
  }

  @Test
  void filtersAMatrixByLevelAreaAndText(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, matrixFile)) {
      open.page().getByLabel("Level").selectOption("MUST");
      open.page().getByLabel("Area").selectOption("syntax");
      assertShows(
          open, rows(one -> hasMust(one) && one.area().equals("syntax")), matrix.cases().size());
      open.page().getByLabel("Text").fill("etrn.syntax.forms");
      assertShows(
          open,
          rows(one -> hasMust(one) && one.id().equals("etrn.syntax.forms")),
          matrix.cases().size());
    }
  }

  private static void assertShows(OpenPage open, Collection<String> expected, int total) {
    assertThat(open.shownRows()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(open.count()).startsWith(expected.size() + " of " + total + " cases");
  }

  private static void press(Page page, Verdict verdict) {
    page.locator("button[data-kind=" + verdict + "]").click();
  }

  private static String columnsShown() {
    return "() => [...document.querySelectorAll('table.cells thead th')]"
        + ".filter(one => one.checkVisibility()).map(one => one.innerText)";
  }

  private int all() {
    return report.run().cases().size();
  }

  private List<String> resultsWith(Predicate<CaseResult> wanted) {
    return report.run().cases().stream().filter(wanted).map(one -> one.info().id()).toList();
  }

  private List<String> rowsWith(Verdict verdict, List<Column> columns) {
    return rows(
        one ->
            columns.stream()
                .flatMap(column -> column.result(one).stream())
                .anyMatch(result -> result.verdict() == verdict));
  }

  private List<String> rows(Predicate<CaseInfo> wanted) {
    return matrix.cases().stream().filter(wanted).map(CaseInfo::id).toList();
  }

  private static boolean hasMust(CaseInfo info) {
    return info.requirements().stream()
        .flatMap(id -> Requirements.find(id).stream())
        .anyMatch(requirement -> requirement.level() == Level.MUST);
  }
}
