package dev.etrn.suites.containers;

import dev.etrn.suites.targets.TargetUnavailableException;

/** Where the image of a container comes from. */
sealed interface ImageSource {

  /**
   * The name under which the engine has the image, or finds it.
   *
   * @throws TargetUnavailableException when it cannot be built, or pulled
   */
  String reference() throws TargetUnavailableException;

  /** Built from files of ours, once for each state of them. */
  record Built(MtaImage image) implements ImageSource {
    @Override
    public String reference() throws TargetUnavailableException {
      return image.build();
    }
  }

  /** Someone else's, which the engine has or can pull. */
  record Given(String name) implements ImageSource {
    @Override
    public String reference() throws TargetUnavailableException {
      PulledImage.require(name);
      return name;
    }
  }
}
