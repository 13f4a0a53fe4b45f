package dev.etrn.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A view of a page that was reviewed, kept as one pixel for each block of 4 by 4: the mean of its
 * colours. With {@code -Dgolden.write=true} the tests write the pictures anew; the views in full
 * size are in {@code target/pictures}.
 *
 * <p>A block is another when a colour of it differs by more than 2 of 255, and a picture is another
 * when more than 16 blocks are. Measured in {@link PictureBrowser}: Chromium 150, 153 (another
 * build) and 156 differ in no pixel, nor do settings of hinting; drawing by a graphics library
 * makes at most 12 blocks others. Where they are to be seen, another green of PASS makes 21 or
 * more, borders of buttons that are missing 168, 4 pixels of padding 265, borders of rows that are
 * missing 288, a move down by 1 pixel 566, and other fonts 4,318.
 */
public final class Picture {

  /** The most blocks that may differ. */
  public static final int SAME_PICTURE = 16;

  private static final int SAME_COLOUR = 2;
  private static final int BLOCK = 4;
  private static final Path DIRECTORY = Path.of("src/test/resources/dev/etrn/reports/pictures");
  private static final Path SEEN = Path.of("target/pictures");

  private Picture() {}

  /**
   * Checks that a view is the picture of this name.
   *
   * @param png the view as a PNG
   */
  public static void assertSame(String name, byte[] png) throws IOException {
    Path file = DIRECTORY.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(DIRECTORY);
      ImageIO.write(blocks(read(png)), "png", file.toFile());
    }
    Files.createDirectories(SEEN);
    Path view = Files.write(SEEN.resolve(name), png);
    assertThat(difference(name, png))
        .as("how many blocks of 4 by 4 pixels are others in %s than in %s", view, file)
        .isLessThanOrEqualTo(SAME_PICTURE);
  }

  /** Returns the number of blocks of a view that differ from the picture of this name. */
  public static int difference(String name, byte[] png) throws IOException {
    BufferedImage expected = read(Files.readAllBytes(DIRECTORY.resolve(name)));
    BufferedImage actual = blocks(read(png));
    assertThat(actual.getWidth() + "x" + actual.getHeight())
        .as("the size of %s, in blocks", name)
        .isEqualTo(expected.getWidth() + "x" + expected.getHeight());
    int others = 0;
    for (int y = 0; y < actual.getHeight(); y++) {
      for (int x = 0; x < actual.getWidth(); x++) {
        others += isSame(expected.getRGB(x, y), actual.getRGB(x, y)) ? 0 : 1;
      }
    }
    return others;
  }

  private static BufferedImage blocks(BufferedImage image) {
    int width = (image.getWidth() + BLOCK - 1) / BLOCK;
    int height = (image.getHeight() + BLOCK - 1) / BLOCK;
    var blocks = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        blocks.setRGB(x, y, mean(image, x * BLOCK, y * BLOCK));
      }
    }
    return blocks;
  }

  /** Returns the mean of the block that begins there, which the edges of the view may cut. */
  private static int mean(BufferedImage image, int left, int top) {
    int width = Math.min(BLOCK, image.getWidth() - left);
    int height = Math.min(BLOCK, image.getHeight() - top);
    int[] pixels = image.getRGB(left, top, width, height, null, 0, width);
    int mean = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum = 0;
      for (int pixel : pixels) {
        sum += pixel >> shift & 0xff;
      }
      mean |= (sum / pixels.length) << shift;
    }
    return mean;
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
