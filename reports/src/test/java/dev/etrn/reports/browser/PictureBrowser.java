package dev.etrn.reports.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser that knows a single font, whatever the machine has: pages look the same in it
 * everywhere.
 *
 * <p>The font is Liberation Sans, regular (SIL Open Font License 1.1), out of the archive of
 * PDFBox. It stands for every family that a page asks for; what is bold is made from it, and a sign
 * that it has not is drawn as a box.
 */
public record PictureBrowser(Browser browser) implements AutoCloseable {

  private static final String FONT = "LiberationSans-Regular.ttf";
  private static final Path DIRECTORY = Path.of("target/font-of-pictures");

  /** The configuration for smooth and unhinted fonts, as in {@code fonts.conf(5)}. */
  private static final String CONFIGURATION =
      """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig>
        <dir prefix="relative">.</dir>
        <cachedir prefix="xdg">fontconfig</cachedir>
        <match target="pattern">
          <edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit>
        </match>
        <match target="pattern">
          <edit name="antialias" mode="assign"><bool>true</bool></edit>
          <edit name="hinting" mode="assign"><bool>false</bool></edit>
          <edit name="autohint" mode="assign"><bool>false</bool></edit>
          <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
          <edit name="rgba" mode="assign"><const>none</const></edit>
        </match>
      </fontconfig>
      """;

  /**
   * A heading that is kept in sight is drawn a pixel higher or lower when it was drawn before the
   * script has shown the filters above it. What was taken out and put back was not.
   */
  private static final String DRAW_AFRESH =
      """
      async () => {
        const frames = () => new Promise(told =>
          requestAnimationFrame(() => requestAnimationFrame(told)));
        const y = window.scrollY;
        document.body.style.display = 'none';
        await frames();
        document.body.style.display = '';
        window.scrollTo(0, y);
        await frames();
      }
      """;

  private static final String WIDTH =
      """
      font => {
        const context = document.createElement('canvas').getContext('2d');
        context.font = font;
        return context.measureText('mmmmiiii').width;
      }
      """;

  /**
   * @param options of any browser of the tests
   */
  static PictureBrowser start(Playwright playwright, BrowserType.LaunchOptions options)
      throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("FONTCONFIG_FILE", configuration().toAbsolutePath().toString());
    return new PictureBrowser(playwright.chromium().launch(options.setEnv(environment)));
  }

  private static Path configuration() throws IOException {
    Files.createDirectories(DIRECTORY);
    try (InputStream font =
        PictureBrowser.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/" + FONT)) {
      Files.copy(
          Objects.requireNonNull(font, "PDFBox is on the class path"),
          DIRECTORY.resolve(FONT),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.writeString(DIRECTORY.resolve("fonts.conf"), CONFIGURATION);
  }

  /**
   * Returns a PNG of the window.
   *
   * @param fragment the fragment of the address without its sign, or empty
   */
  public byte[] picture(View view, Path file, String fragment) {
    try (var open = OpenPage.of(browser, view, file, fragment)) {
      open.page().evaluate(DRAW_AFRESH);
      return open.page()
          .screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
    }
  }

  /** Returns the widths of a text in each of these families. */
  public Set<Double> widths(String... families) {
    try (Page page = browser.newPage()) {
      return Stream.of(families)
          .map(family -> ((Number) page.evaluate(WIDTH, "16px " + family)).doubleValue())
          .collect(Collectors.toSet());
    }
  }

  @Override
  public void close() {
    browser.close();
  }
}
