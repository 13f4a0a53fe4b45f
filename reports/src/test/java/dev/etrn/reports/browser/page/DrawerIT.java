package dev.etrn.reports.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.etrn.reports.browser.Accessibility;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.catalogue.CaseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drawer with the evidence of one result. */
@NeedsBrowser
class DrawerIT {

  private final Report report = SamplePage.report();
  private final CaseInfo info = report.run().cases().get(1).info();

  @TempDir private Path directory = Path.of("");
  private Path reportFile = Path.of("");
  private Path matrixFile = Path.of("");

  @BeforeEach
  void writePages() throws Exception {
    reportFile = SamplePage.REPORT.in(directory);
    matrixFile = SamplePage.MATRIX.in(Files.createDirectory(directory.resolve("m")));
  }

  @Test
  void opensFromAPermanentLink(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, matrixFile, "exim/" + info.id())) {
      assertThat(open.drawer()).isVisible();
      assertThat(open.drawer()).containsText(info.title());
      assertThat(open.drawer()).containsText("at exim");
    }
  }

  @Test
  void staysClosedForALinkThatNamesNothing(Browser browser) {
    for (String fragment :
        List.of("exim/etrn.no.such", "nobody/" + info.id(), "%", "\"<x>", "cases")) {
      try (var open = OpenPage.of(browser, View.DESK, matrixFile, fragment)) {
        assertThat(open.drawer()).isHidden();
        assertThat(open.complaints()).as(fragment).isEmpty();
      }
    }
  }

  @Test
  void showsAllThatIsKnownOfAResult(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, reportFile, info.id())) {
      String text = open.drawer().innerText();
      assertThat(text)
          .contains(info.title(), info.id(), info.expected(), "FAIL")
          .contains(info.requirements())
          .contains("got '<script>alert(1)</script>")
          .contains("ETRN branch.example\\r\\n")
          .contains("./etrn verify --target 127.0.0.1:2525 --select " + info.id());
    }
  }

  @Test
  void showsOctetsThatCannotBePrintedEscaped(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, reportFile, info.id())) {
      String transcript = open.drawer().locator(".transcript").innerText();
      assertThat(transcript).contains("\\x1B[31m\\x00\\x07", "<script>alert(1)</script>");
      assertThat(open.drawer().innerText()).matches("[^\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202E]*");
    }
  }

  @Test
  void givesTheFocusBackWhenEscapeClosesIt(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, matrixFile)) {
      String link = "#exim/" + info.id();
      open.page().locator("table.cells a[href='" + link + "']").click();
      assertThat(open.drawer()).isVisible();
      assertThat(open.focus()).isEqualTo("drawer-title");
      open.page().keyboard().press("Escape");
      assertThat(open.drawer()).isHidden();
      assertThat(open.focus()).isEqualTo(link);
    }
  }

  @Test
  void goesToTheNextAndThePreviousResultByArrowKeys(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, matrixFile, "postfix/" + info.id())) {
      List<CaseInfo> cases =
          SamplePage.matrix().byArea().values().stream().flatMap(List::stream).toList();
      int index = cases.indexOf(info);
      open.page().keyboard().press("ArrowRight");
      assertThat(open.drawer()).containsText(cases.get(index + 1).title());
      assertThat(open.drawer()).containsText((index + 2) + " of " + cases.size());
      open.page().keyboard().press("ArrowLeft");
      assertThat(open.drawer()).containsText(info.title());
      assertThat(open.page().url()).endsWith("#postfix/" + info.id());
    }
  }

  @Test
  void keepsTheFocusWithinWhileItIsOpen(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, reportFile, info.id())) {
      for (int i = 0; i < 12; i++) {
        open.page().keyboard().press("Tab");
        String where =
            "() => [document.body.contains(document.activeElement)"
                + " && document.activeElement !== document.body"
                + " && !document.getElementById('drawer').contains(document.activeElement)]";
        assertThat(open.texts(where)).containsExactly("false");
      }
    }
  }

  @Test
  void keepsTheRulesOfAccessibilityAndTheWidthOfAPhone(Browser browser) {
    for (View view : List.of(View.DESK, View.DESK.dark(), View.PHONE)) {
      try (var open = OpenPage.of(browser, view, reportFile, info.id())) {
        assertThat(open.drawer()).isVisible();
        assertThat(Accessibility.violations(open.page(), "#drawer")).isEmpty();
        assertThat(open.number("() => document.getElementById('drawer').scrollWidth"))
            .isLessThanOrEqualTo(view.width());
      }
    }
  }
}
