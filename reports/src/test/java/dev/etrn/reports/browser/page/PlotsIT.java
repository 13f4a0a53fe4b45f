package dev.etrn.reports.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plots of load pages: drawn, in the colours of the page, each as wide as there is room. */
@NeedsBrowser
class PlotsIT {

  /** The script that counts the pixels of each canvas in the colour of a variable of the style. */
  private static final String PIXELS =
      "() => { const hex ="
          + " getComputedStyle(document.documentElement).getPropertyValue('%s').trim(); const want"
          + " = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16)); return"
          + " [...document.querySelectorAll('%s canvas')].map(one => { const all ="
          + " one.getContext('2d').getImageData(0, 0, one.width, one.height).data; let count = 0;"
          + " for (let i = 0; i < all.length; i += 4) { if (all[i + 3] > 200 && want.every((c, k)"
          + " => Math.abs(all[i + k] - c) < 8)) count++; } return count; }); }";

  @TempDir private Path directory = Path.of("");

  @Test
  void drawsEachLineInItsColour(Browser browser) throws Exception {
    Path file = SamplePage.LOADS.in(directory);
    for (View view : List.of(View.DESK, View.DESK.dark(), View.PHONE)) {
      try (var open = OpenPage.of(browser, view, file)) {
        assertThat(pixels(open, "--note", "figure")).hasSize(5).allMatch(count -> count > 100);
        assertThat(pixels(open, "--fail", "[id^=accepted]"))
            .hasSize(2)
            .allMatch(count -> count > 20);
      }
    }
  }

  @Test
  void drawsThePlotsOfOneRun(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.LOAD.in(directory))) {
      assertThat(pixels(open, "--ink", "figure")).hasSize(3).allMatch(count -> count > 100);
      assertThat(pixels(open, "--note", "figure")).allMatch(count -> count > 10);
    }
  }

  @Test
  void drawsAnewWhenTheColoursChange(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.LOADS.in(directory))) {
      open.page()
          .emulateMedia(
              new com.microsoft.playwright.Page.EmulateMediaOptions()
                  .setColorScheme(ColorScheme.DARK));
      open.page()
          .evaluate(
              "() => new Promise(told =>"
                  + " requestAnimationFrame(() => requestAnimationFrame(told)))");
      assertThat(pixels(open, "--note", "figure")).allMatch(count -> count > 100);
      assertThat(open.page().locator("figure canvas").count()).isEqualTo(5);
    }
  }

  @Test
  void putsRunsBesideEachOtherWhereThereIsRoom(Browser browser) throws Exception {
    Path file = SamplePage.LOADS.in(directory);
    try (var desk = OpenPage.of(browser, View.DESK, file);
        var phone = OpenPage.of(browser, View.PHONE, file)) {
      assertThat(box(desk, "#accepted-1").y).isEqualTo(box(desk, "#accepted-0").y);
      assertThat(box(phone, "#accepted-1").y).isGreaterThan(box(phone, "#p99-0").y);
    }
  }

  @Test
  void tellsWithoutAPictureWhoWasServed(Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.LOADS.in(directory))) {
      assertThat(open.page().locator("section[aria-labelledby=served]").innerText())
          .contains("At most 10 ETRNs are accepted in a session.")
          .contains("No limit of ETRNs per session is set.");
      assertThat(rows(open))
          .containsExactly(
              "polite|240|0|9.00 ms",
              "greedy|240|42|5.00 ms",
              "polite|240|0|9.00 ms",
              "greedy|2,400|42|5.00 ms");
    }
  }

  @Test
  void leavesHostileNamesText(Browser browser) throws Exception {
    for (SamplePage kind : List.of(SamplePage.LOAD, SamplePage.LOADS)) {
      try (var open = OpenPage.of(browser, View.DESK, kind.in(directory))) {
        String text = open.page().locator("body").innerText();
        assertThat(text)
            .contains("</script><script>window.pwned=1</script> <b>\\u001B[31m\\u202E")
            .matches("[^\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202E]*");
        assertThat(open.texts("() => [typeof window.pwned]")).containsExactly("undefined");
        assertThat(open.number("() => document.querySelectorAll('script').length")).isEqualTo(2);
      }
    }
  }

  private static List<String> rows(OpenPage open) {
    return open.texts(
        "() => [...document.querySelectorAll('section[aria-labelledby=served] .lined tbody tr')]"
            + ".map(row => [...row.cells].map(cell => cell.innerText).join('|'))");
  }

  private static List<Integer> pixels(OpenPage open, String variable, String where) {
    return open.texts(PIXELS.formatted(variable, where)).stream().map(Integer::valueOf).toList();
  }

  private static BoundingBox box(OpenPage open, String selector) {
    return open.page().locator(selector).boundingBox();
  }
}
