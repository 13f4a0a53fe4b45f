package dev.etrn.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.etrn.reports.Report;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.html.HtmlMatrix;
import dev.etrn.reports.html.HtmlReport;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.suites.run.CaseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main views, as pictures where they can be compared, and as boxes everywhere. */
@NeedsBrowser
class LooksIT {

  private static final Report REPORT = SampleReport.everyVerdict();
  private static final String FAILED = REPORT.run().cases().get(1).info().id();

  @TempDir private Path directory = Path.of("");
  private Path report = Path.of("");
  private Path matrix = Path.of("");

  @BeforeEach
  void writePages() throws Exception {
    report = SamplePage.file(directory, HtmlReport.write(REPORT));
    matrix = Files.writeString(directory.resolve("matrix.html"), HtmlMatrix.write(matrix()));
  }

  @Test
  void looksAsBefore(Browser browser) throws Exception {
    assumeThat(Renderer.of(browser).drewThePictures()).isTrue();
    assertLooks(browser, View.PICTURE, report, "", "report-light.png");
    assertLooks(browser, View.PICTURE.dark(), report, "", "report-dark.png");
    assertLooks(browser, View.PICTURE, matrix, "", "matrix.png");
    assertLooks(browser, View.PICTURE, report, FAILED, "drawer.png");
    assertLooks(browser, View.PHONE, report, "", "phone.png");
  }

  @Test
  void putsOnePartBelowTheOther(Browser browser) {
    for (View view : List.of(View.DESK, View.PHONE)) {
      for (Path file : List.of(report, matrix)) {
        try (var open = OpenPage.of(browser, view, file)) {
          List<BoundingBox> parts =
              List.of("h1", "#filters", "table.cells", "#specification", "#legend").stream()
                  .map(part -> box(open, part))
                  .toList();
          for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).y).isGreaterThanOrEqualTo(bottomOfShown(parts.get(i - 1), i));
          }
        }
      }
    }
  }

  @Test
  void opensTheDrawerAtTheRightEdge(Browser browser) {
    for (View view : List.of(View.DESK, View.PHONE)) {
      try (var open = OpenPage.of(browser, view, report, FAILED)) {
        BoundingBox drawer = box(open, "#drawer");
        assertThat(drawer.x + drawer.width).isEqualTo(view.width());
        assertThat(drawer.y).isZero();
        assertThat(drawer.height).isEqualTo(view.height());
        assertThat(drawer.width).isGreaterThanOrEqualTo(Math.min(view.width(), 640));
        BoundingBox transcript = box(open, ".transcript");
        assertThat(transcript.x).isGreaterThanOrEqualTo(drawer.x);
        assertThat(transcript.x + transcript.width).isLessThanOrEqualTo(view.width());
      }
    }
  }

  @Test
  void hasButtonsThatAFingerHits(Browser browser) {
    try (var open = OpenPage.of(browser, View.PHONE, report)) {
      var buttons = open.page().locator("#filters button").all();
      assertThat(buttons).isNotEmpty();
      // WCAG 2.2, 2.5.8: 24 CSS pixels
      assertThat(buttons)
          .allSatisfy(one -> assertThat(one.boundingBox().height).isGreaterThanOrEqualTo(24))
          .allSatisfy(one -> assertThat(one.boundingBox().width).isGreaterThanOrEqualTo(24));
    }
  }

  /** A table may be longer than the box that it scrolls in; its top alone is compared. */
  private static double bottomOfShown(BoundingBox above, int part) {
    return part == 3 ? above.y : above.y + above.height;
  }

  private static BoundingBox box(OpenPage open, String selector) {
    return open.page().locator(selector).first().boundingBox();
  }

  private static void assertLooks(
      Browser browser, View view, Path file, String fragment, String name) throws Exception {
    try (var open = OpenPage.of(browser, view, file, fragment)) {
      var options = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
      Picture.assertSame(name, open.page().screenshot(options));
    }
  }

  private static Matrix matrix() {
    return new Matrix(
        REPORT.tool(),
        List.of(
            Column.of("good", REPORT),
            Column.of("waived", SampleReport.waived()),
            Column.notRun("gone", "no engine answers <b>|")),
        REPORT.run().cases().stream().map(CaseResult::info).toList());
  }
}
