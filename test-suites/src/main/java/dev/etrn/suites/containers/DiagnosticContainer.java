package dev.etrn.suites.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A container that records why it did not start, since Testcontainers removes it at once. */
final class DiagnosticContainer extends GenericContainer<DiagnosticContainer> {

  private static final int MOST_CHARACTERS = 300;
  private static final String ADDRESS = "TESTCONTAINERS_HOST_OVERRIDE";

  private boolean isUp;
  private Optional<String> end = Optional.empty();
  private Optional<String> lastOutput = Optional.empty();

  DiagnosticContainer(String image) {
    super(DockerImageName.parse(image));
  }

  @Override
  public void start() {
    super.start();
    isUp = true;
  }

  @Override
  public void stop() {
    if (!isUp && getContainerId() != null) {
      recordEnd();
    }
    super.stop();
  }

  private void recordEnd() {
    try {
      InspectContainerResponse.ContainerState state = getCurrentContainerInfo().getState();
      end =
          Boolean.TRUE.equals(state.getRunning())
              ? Optional.empty()
              : Optional.of("it ended with exit code " + state.getExitCodeLong());
      lastOutput = Optional.of(lastLine(getLogs()));
    } catch (RuntimeException e) {
      logger().warn("{} cannot be asked why it did not start", getDockerImageName(), e);
    }
  }

  private static String lastLine(String log) {
    String[] lines = log.strip().split("\n");
    String last = lines[lines.length - 1].strip();
    return last.substring(0, Math.min(last.length(), MOST_CHARACTERS));
  }

  /**
   * Returns why it did not start, and what it printed last.
   *
   * @param e the exception of {@link #start()}
   */
  String startFailure(RuntimeException e) {
    return end.orElseGet(() -> MtaImage.cause(e) + hint())
        + lastOutput
            .map(
                line ->
                    line.isEmpty()
                        ? "; it printed nothing"
                        : "; the last line it printed is: " + line)
            .orElse("");
  }

  /** Returns a hint for a harness in a container, where ports may be published on another host. */
  private static String hint() {
    return Files.exists(Path.of("/.dockerenv")) && System.getenv(ADDRESS) == null
        ? ", as seen from inside a container (" + ADDRESS + " says where to look)"
        : "";
  }
}
