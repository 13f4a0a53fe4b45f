package dev.etrn.reports.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import dev.etrn.reports.html.cases.MatrixPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten targets and three hundred cases; the bounds leave room for a slow machine. */
@NeedsBrowser
class LargeMatrixIT {

  private static final Duration OPENS_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

  @TempDir private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void writePage() throws Exception {
    file = SamplePage.file(directory, MatrixPage.write(SyntheticMatrix.of(10, 300)));
  }

  @Test
  void opensInSeconds(Browser browser) {
    long began = System.nanoTime();
    try (var open = OpenPage.of(browser, View.DESK, file)) {
      assertThat(open.count()).startsWith("300 of 300 cases");
      assertThat(since(began)).isLessThan(OPENS_WITHIN);
      assertThat(open.page().locator("table.cells td[data-kind]")).hasCount(3000);
    }
  }

  @Test
  void filtersWithEachKeystroke(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, file)) {
      Locator text = open.page().getByLabel("Text");
      text.focus();
      String typed = "case-29";
      for (int i = 1; i <= typed.length(); i++) {
        long began = System.nanoTime();
        open.page().keyboard().type(typed.substring(i - 1, i));
        open.page().evaluate("() => new Promise(drawn => requestAnimationFrame(drawn))");
        assertThat(since(began)).as(typed.substring(0, i)).isLessThan(ANSWERS_WITHIN);
      }
      // 29 and 290 to 299
      assertThat(open.page().locator("#shown")).hasText(Pattern.compile("^11 of 300 cases.*"));
    }
  }

  @Test
  void opensACellAtOnce(Browser browser) {
    try (var open = OpenPage.of(browser, View.DESK, file)) {
      Locator cell = open.page().locator("table.cells a[href='#target9/etrn.area9.case-299']");
      cell.scrollIntoViewIfNeeded();
      long began = System.nanoTime();
      cell.click();
      assertThat(open.drawer()).containsText("Case 299");
      assertThat(since(began)).isLessThan(ANSWERS_WITHIN);
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
