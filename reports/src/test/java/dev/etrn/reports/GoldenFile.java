package dev.etrn.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A rendering that was reviewed. With {@code -Dgolden.write=true} the tests write the files anew,
 * for another review.
 */
public final class GoldenFile {

  private static final Path DIRECTORY = Path.of("src/test/resources/dev/etrn/reports/golden");

  private GoldenFile() {}

  /**
   * Compares a page without its style and script, which have files of their own, and their hashes.
   */
  public static void assertSamePage(String name, String page) throws IOException {
    assertSame(
        name,
        page.replaceAll("(?s)(?<=<style>).*?(?=</style>)", "")
            .replaceAll("(?s)(?<=<script>).*?(?=</script>)", "")
            .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-"));
  }

  public static void assertSame(String name, String text) throws IOException {
    Path file = DIRECTORY.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
