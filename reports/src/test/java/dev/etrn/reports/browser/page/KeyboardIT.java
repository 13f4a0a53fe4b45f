package dev.etrn.reports.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import dev.etrn.suites.catalogue.CaseInfo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The use of a page without a mouse. */
@NeedsBrowser
class KeyboardIT {

  private static final String STOPS =
      "() => [...document.querySelectorAll("
          + "'a[href], button, input, select, summary, [tabindex=\"0\"]')]"
          + ".filter(one => one.tabIndex >= 0 && one.checkVisibility())";
  private static final String WATCH =
      "() => { window.stops = [];"
          + " document.addEventListener('focusin', event => window.stops.push(event.target)); }";

  private final List<CaseInfo> cases =
      SamplePage.matrix().byArea().values().stream().flatMap(List::stream).toList();

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void reachesEveryControlByTab(SamplePage kind, Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, kind.in(directory))) {
      int stops = open.number(STOPS + ".length");
      open.page().evaluate(WATCH);
      for (int i = 0; i < stops; i++) {
        open.page().keyboard().press("Tab");
      }
      String left = ".filter(one => !window.stops.includes(one)).map(one => one.outerHTML)";
      assertThat(open.texts(STOPS + left)).isEmpty();
      assertThat(open.texts("() => window.stops.map(one => one.outerHTML)"))
          .hasSizeGreaterThanOrEqualTo(stops);
    }
  }

  @Test
  void skipsToTheResultsFirst(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.MATRIX.in(directory))) {
      open.page().keyboard().press("Tab");
      assertThat(open.focus()).isEqualTo("#main");
      open.page().keyboard().press("Enter");
      assertThat(open.focus()).isEqualTo("main");
    }
  }

  @Test
  void goesFromCellToCellByArrowKeys(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.MATRIX.in(directory))) {
      open.page().locator("table.cells a").first().focus();
      assertGoes(open, "ArrowRight", "exim", cases.get(0));
      assertGoes(open, "ArrowDown", "exim", cases.get(1));
      assertGoes(open, "ArrowLeft", "postfix", cases.get(1));
      assertGoes(open, "ArrowUp", "postfix", cases.get(0));
      assertGoes(open, "ArrowUp", "postfix", cases.get(0));
      assertGoes(open, "Home", "postfix", cases.get(0));
    }
  }

  @Test
  void opensACellByEnterAndComesBack(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.MATRIX.in(directory))) {
      open.page().locator("table.cells a").first().focus();
      open.page().keyboard().press("ArrowDown");
      open.page().keyboard().press("Enter");
      assertThat(open.drawer()).containsText(cases.get(1).title());
      open.page().keyboard().press("Escape");
      assertThat(open.focus()).isEqualTo("#postfix/" + cases.get(1).id());
    }
  }

  @Test
  void passesOverRowsThatAFilterHides(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.REPORT.in(directory))) {
      open.page().getByLabel("Area").selectOption("syntax");
      List<String> shown = open.shownRows();
      assertThat(shown).hasSizeGreaterThan(2);
      open.page().locator("table.cells a[tabindex='0']").focus();
      assertThat(open.focus()).isEqualTo("#" + shown.get(0));
      open.page().keyboard().press("ArrowDown");
      assertThat(open.focus()).isEqualTo("#" + shown.get(1));
    }
  }

  private static void assertGoes(OpenPage open, String key, String target, CaseInfo info) {
    open.page().keyboard().press(key);
    assertThat(open.focus()).as(key).isEqualTo("#" + target + "/" + info.id());
  }
}
