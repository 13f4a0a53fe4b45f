package dev.etrn.reports.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Pages that are scrolled, printed, darkened, or opened without JavaScript. */
@NeedsBrowser
class MediaIT {

  private static final String TOP_OF_HEAD =
      "() => Math.round(document.querySelector('table.cells thead"
          + " th').getBoundingClientRect().top)";
  private static final String BRIGHTNESS =
      "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g)"
          + ".slice(0, 3).reduce((sum, one) => sum + Number(one), 0)";

  @TempDir private Path directory = Path.of("");

  @Test
  void keepsTheHeadOfAReportInSight(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.REPORT.in(directory))) {
      open.page()
          .evaluate("() => document.querySelectorAll('table.cells tbody tr')[60].scrollIntoView()");
      assertThat(open.number("() => window.scrollY")).isGreaterThan(1000);
      assertThat(open.number(TOP_OF_HEAD)).isBetween(-1, 1);
    }
  }

  @Test
  void keepsTheHeadAndTheCasesOfAMatrixInSight(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.PHONE, SamplePage.MATRIX.in(directory))) {
      open.page()
          .evaluate(
              "() => { const box = document.querySelector('table.cells').parentElement;"
                  + " box.scrollIntoView(); box.scrollTo(200, 900); }");
      String box = "document.querySelector('table.cells').parentElement";
      assertThat(open.number("() => " + box + ".scrollTop")).isGreaterThan(500);
      int top = open.number("() => Math.round(" + box + ".getBoundingClientRect().top)");
      assertThat(open.number(TOP_OF_HEAD)).isBetween(top - 1, top + 1);
      int left =
          open.number(
              "() => Math.round(document.querySelector('table.cells tr[data-area] th')"
                  + ".getBoundingClientRect().left - "
                  + box
                  + ".getBoundingClientRect().left)");
      assertThat(left).isBetween(-1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LOAD", "LOADS"},
      mode = Mode.EXCLUDE)
  void printsTheTablesOnWhiteWithoutControls(SamplePage kind, Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK.dark(), kind.in(directory))) {
      Page page = open.page();
      int rows = open.shownRows().size();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".filters, nav, .skip").filter(visible())).hasCount(0);
      assertThat(open.shownRows()).hasSize(rows).isNotEmpty();
      assertThat(open.number(BRIGHTNESS)).isEqualTo(3 * 255);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isDarkForThoseWhoWantItDark(SamplePage kind, Browser browser) throws Exception {
    Path file = kind.in(directory);
    try (var light = OpenPage.of(browser, View.DESK, file);
        var dark = OpenPage.of(browser, View.DESK.dark(), file)) {
      assertThat(light.number(BRIGHTNESS)).isGreaterThan(700);
      assertThat(dark.number(BRIGHTNESS)).isLessThan(120);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LOAD", "LOADS"},
      mode = Mode.EXCLUDE)
  void showsItsTablesWithoutJavaScript(SamplePage kind, Browser browser) throws Exception {
    Path file = kind.in(directory);
    try (var withScript = OpenPage.of(browser, View.DESK, file);
        var without = OpenPage.of(browser, View.DESK.withoutScript(), file)) {
      assertThat(without.shownRows()).isNotEmpty().isEqualTo(withScript.shownRows());
      assertThat(without.page().locator("#filters, #drawer").filter(visible())).hasCount(0);
      assertThat(without.page().locator("noscript p")).containsText("Without JavaScript");
      assertThat(without.page().locator("noscript p")).isVisible();
    }
  }

  private static com.microsoft.playwright.Locator.FilterOptions visible() {
    return new com.microsoft.playwright.Locator.FilterOptions().setVisible(true);
  }
}
