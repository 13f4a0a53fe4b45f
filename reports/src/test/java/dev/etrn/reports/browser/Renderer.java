package dev.etrn.reports.browser;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * What draws the pictures: a version of Chromium, and the fonts of the machine.
 *
 * @param text one line for each
 */
record Renderer(String text) {

  private static final Path RECORDED = Picture.DIRECTORY.resolve("made-with.txt");

  static Renderer of(Browser browser) throws IOException {
    return new Renderer("Chromium " + browser.version() + "\n" + fonts());
  }

  /** Whether the committed pictures are of this kind; if not, a line says so. */
  boolean drewThePictures() throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(Picture.DIRECTORY);
      Files.writeString(RECORDED, text);
    }
    boolean same = Files.readString(RECORDED).equals(text);
    if (!same) {
      LoggerFactory.getLogger(Renderer.class)
          .warn("pictures are not compared: another Chromium or other fonts than in {}", RECORDED);
    }
    return same;
  }

  private static String fonts() throws IOException {
    try {
      Process process =
          new ProcessBuilder("fc-list", "--format", "%{family} %{style} %{fontversion}\n").start();
      try (var lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
        return lines.sorted().distinct().collect(Collectors.joining("\n", "", "\n"));
      }
    } catch (IOException e) {
      return "fonts unknown: there is no fc-list\n";
    }
  }
}
