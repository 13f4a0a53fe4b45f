package dev.etrn.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A view of a page as it was looked at and found good. With {@code -Dgolden.write=true} the tests
 * write them anew, to be looked at again.
 *
 * <p>Text is drawn otherwise by another browser or with other fonts, so pictures are compared only
 * where both are those that {@link Renderer} recorded beside them.
 */
final class Picture {

  static final Path DIRECTORY = Path.of("src/test/resources/dev/etrn/reports/pictures");

  private static final Path SEEN = Path.of("target/pictures");
  private static final int SAME_COLOUR = 24;
  private static final double SAME_PICTURE = 0.002;

  private Picture() {}

  /**
   * @param png of the view
   */
  static void assertSame(String name, byte[] png) throws IOException {
    Path file = DIRECTORY.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(DIRECTORY);
      Files.write(file, png);
    }
    Files.createDirectories(SEEN);
    Path seen = Files.write(SEEN.resolve(name), png);
    BufferedImage expected = read(Files.readAllBytes(file));
    BufferedImage actual = read(png);
    assertThat(actual.getWidth() + "x" + actual.getHeight())
        .isEqualTo(expected.getWidth() + "x" + expected.getHeight());
    assertThat(difference(expected, actual))
        .as("the share of other pixels in %s, beside %s", seen, file)
        .isLessThan(SAME_PICTURE);
  }

  /** The share of pixels that are of another colour, from 0 to 1. */
  static double difference(BufferedImage one, BufferedImage other) {
    long others = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        others += isSame(one.getRGB(x, y), other.getRGB(x, y)) ? 0 : 1;
      }
    }
    return (double) others / ((long) one.getWidth() * one.getHeight());
  }

  private static boolean isSame(int one, int other) {
    for (int shift = 0; shift < 24; shift += 8) {
      if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > SAME_COLOUR) {
        return false;
      }
    }
    return true;
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
