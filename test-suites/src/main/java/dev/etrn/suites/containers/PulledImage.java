package dev.etrn.suites.containers;

import dev.etrn.suites.targets.TargetUnavailableException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/**
 * The pull of somebody else's image. Testcontainers would try for two minutes to pull one that does
 * not exist, and hide the registry's answer.
 */
final class PulledImage {

  private PulledImage() {}

  /**
   * Pulls the image unless the engine already has it.
   *
   * @throws TargetUnavailableException when the engine cannot, with its reason
   */
  static void require(String image) throws TargetUnavailableException {
    if (MtaImage.isThere(image)) {
      return;
    }
    var name = DockerImageName.parse(image);
    try {
      DockerClientFactory.lazyClient()
          .pullImageCmd(name.getUnversionedPart())
          .withTag(name.getVersionPart())
          .start()
          .awaitCompletion();
    } catch (RuntimeException e) {
      // The engine's client has unchecked exceptions only, of many types.
      throw new TargetUnavailableException(
          "there is no image "
              + image
              + ", and it cannot be pulled ("
              + MtaImage.cause(e)
              + "): build it, or correct its name",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetUnavailableException(
          "the pull of the image " + image + " was interrupted", e);
    }
  }
}
