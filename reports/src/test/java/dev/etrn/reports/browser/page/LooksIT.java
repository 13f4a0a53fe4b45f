package dev.etrn.reports.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.BoundingBox;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.Picture;
import dev.etrn.reports.browser.PictureBrowser;
import dev.etrn.reports.browser.View;
import dev.etrn.reports.html.cases.MatrixPage;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.run.result.CaseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main views, as pictures on Linux, where Chromium takes its fonts as {@link PictureBrowser}
 * says, and as boxes everywhere.
 */
@NeedsBrowser
class LooksIT {

  private static final Report REPORT = SampleReport.everyVerdict();
  private static final String FAILED = REPORT.run().cases().get(1).info().id();

  @TempDir private Path directory = Path.of("");
  private Path report = Path.of("");
  private Path matrix = Path.of("");

  @BeforeEach
  void writePages() throws Exception {
    report = SamplePage.file(directory, RunPage.write(REPORT));
    matrix = Files.writeString(directory.resolve("matrix.html"), MatrixPage.write(matrix()));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void looksAsBefore(PictureBrowser browser) throws Exception {
    Picture.assertSame("report-light.png", browser.picture(View.PICTURE, report, ""));
    Picture.assertSame("report-dark.png", browser.picture(View.PICTURE.dark(), report, ""));
    Picture.assertSame("matrix.png", browser.picture(View.PICTURE, matrix, ""));
    Picture.assertSame("drawer.png", browser.picture(View.PICTURE, report, FAILED));
    Picture.assertSame("phone.png", browser.picture(View.PHONE, report, ""));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void comparesAsBefore(PictureBrowser browser) throws Exception {
    Path page = SamplePage.COMPARISON.in(directory);
    Picture.assertSame("comparison-light.png", browser.picture(View.PICTURE, page, ""));
    Picture.assertSame("comparison-dark.png", browser.picture(View.PICTURE.dark(), page, ""));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void plotsAsBefore(PictureBrowser browser) throws Exception {
    Path page = SamplePage.LOAD.in(directory);
    Picture.assertSame("load.png", browser.picture(View.PICTURE, page, ""));
    Picture.assertSame("plot-light.png", browser.picture(View.PICTURE, page, "spectrum"));
    Picture.assertSame("plot-dark.png", browser.picture(View.PICTURE.dark(), page, "spectrum"));
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @ValueSource(
      strings = {
        ":root { --pass: #1a7f37; }",
        "button { padding-right: calc(.7rem + 4px); }",
        ".cells td, .cells th { border-bottom-color: transparent; }"
      })
  void isToldApartFromSmallChanges(String style, PictureBrowser browser) throws Exception {
    String html = Files.readString(report);
    Path altered =
        Files.writeString(
            directory.resolve("altered.html"),
            html.replace("</style>", style + "</style>")
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", ""));
    byte[] seen = browser.picture(View.PICTURE, altered, "");
    assertThat(Picture.difference("report-light.png", seen)).isGreaterThan(Picture.SAME_PICTURE);
  }

  /** Otherwise the pictures depend on the machine: this Chromium does not use fontconfig. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void knowsOneFontAlone(PictureBrowser browser) {
    assertThat(browser.widths("monospace", "serif", "system-ui", "DejaVu Sans")).hasSize(1);
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
