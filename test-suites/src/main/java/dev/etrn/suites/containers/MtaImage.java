package dev.etrn.suites.containers;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;

/**
 * The image of an MTA or of a client. Its tag is a digest of its files, so that it is built once
 * for each state of them.
 *
 * @param name the name of the program that it runs
 * @param files the names and contents of the files that it is built from
 */
public record MtaImage(String name, Map<String, byte[]> files) {

  private static final int BUILD_MINUTES = 10;

  /**
   * Builds the image unless the engine already has it.
   *
   * @return its name
   * @throws TargetUnavailableException when it cannot be built
   */
  public String build() throws TargetUnavailableException {
    String image = "etrn-harness/" + name + ":" + digest();
    if (!isThere(image)) {
      await(recipe(image));
    }
    return image;
  }

  private ImageFromDockerfile recipe(String tag) {
    var image = new ImageFromDockerfile(tag, false);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      image = image.withFileFromTransferable(file.getKey(), plain(file.getValue()));
    }
    return image;
  }

  private void await(ImageFromDockerfile image) throws TargetUnavailableException {
    try {
      image.get(BUILD_MINUTES, TimeUnit.MINUTES);
    } catch (TimeoutException | RuntimeException e) {
      // Testcontainers wraps what went wrong in unchecked exceptions of many types.
      throw new TargetUnavailableException(
          "the image of "
              + name
              + " cannot be built ("
              + cause(e)
              + "): see that the engine can pull debian:bookworm-slim and reach Debian's packages",
          e);
    }
  }

  /** Returns the message of the deepest cause, on one line. */
  public static String cause(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).strip().replaceAll("\\s+", " ");
  }

  /** Returns true if the engine has the image. */
  static boolean isThere(String tag) {
    try {
      return DockerClientFactory.lazyClient().inspectImageCmd(tag).exec() != null;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static Transferable plain(byte[] content) {
    return Transferable.of(content, 0755);
  }

  private String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        sha.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        sha.update(file.getValue());
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
