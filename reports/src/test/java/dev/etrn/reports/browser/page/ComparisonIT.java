package dev.etrn.reports.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import dev.etrn.reports.comparison.CaseChange;
import dev.etrn.reports.comparison.CaseDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run that is compared with its baseline, in a browser. */
@NeedsBrowser
class ComparisonIT {

  private final List<CaseDifference> differences =
      SampleReport.compared().comparison().orElseThrow().differences();

  @TempDir private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void writePage() throws Exception {
    file = SamplePage.COMPARISON.in(directory);
  }

  @Test
  void listsEveryDifferenceAtFirst(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, file)) {
      assertShows(open, one -> true);
    }
  }

  @Test
  void filtersByKindOfChange(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, file)) {
      for (CaseChange change :
          differences.stream().map(CaseDifference::change).distinct().toList()) {
        var button = open.page().locator("button[data-kind=" + change.name() + "]");
        button.click();
        assertShows(open, one -> one.change() == change);
        button.click();
      }
    }
  }

  @Test
  void filtersByText(Browser browser) {
    String id = differences.get(0).caseId();
    try (var open = OpenPage.of(browser, View.DESK, file)) {
      open.page().getByLabel("Text").fill(id);
      assertShows(open, one -> one.caseId().equals(id));
    }
  }

  @Test
  void opensEachDifferenceFromItsPermanentLink(Browser browser) {
    assertThat(differences).hasSizeGreaterThan(2);
    for (CaseDifference one : differences) {
      try (var open = OpenPage.of(browser, View.DESK, file, one.caseId())) {
        assertThat(open.drawer()).isVisible();
        assertThat(open.drawer()).containsText("#" + one.caseId());
        if (one.before().isPresent()) {
          assertThat(open.drawer()).containsText("Before");
        }
        assertThat(open.complaints()).isEmpty();
      }
    }
  }

  private void assertShows(OpenPage open, Predicate<CaseDifference> wanted) {
    List<String> ids = differences.stream().filter(wanted).map(CaseDifference::caseId).toList();
    assertThat(ids).isNotEmpty();
    assertThat(open.shownRows()).containsExactlyElementsOf(ids);
    assertThat(open.count()).startsWith(ids.size() + " of " + differences.size() + " differences");
  }
}
