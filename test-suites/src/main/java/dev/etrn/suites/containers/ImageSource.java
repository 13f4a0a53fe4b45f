package dev.etrn.suites.containers;

import dev.etrn.suites.targets.TargetUnavailableException;

/** The source of a container's image. */
sealed interface ImageSource {

  /**
   * Returns the name under which the engine has the image, or finds it.
   *
   * @throws TargetUnavailableException when it cannot be built, or pulled
   */
  String reference() throws TargetUnavailableException;

  /** An image built from our own files, once for each state of them. */
  record Built(MtaImage image) implements ImageSource {
    @Override
    public String reference() throws TargetUnavailableException {
      return image.build();
    }
  }

  /** An image of someone else, which the engine has or can pull. */
  record Given(String name) implements ImageSource {
    @Override
    public String reference() throws TargetUnavailableException {
      PulledImage.require(name);
      return name;
    }
  }
}
