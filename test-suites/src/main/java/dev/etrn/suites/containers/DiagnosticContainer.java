package dev.etrn.suites.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that can tell why it did not start: Testcontainers removes it before anybody can ask.
 */
final class DiagnosticContainer extends GenericContainer<DiagnosticContainer> {

  private static final int MOST_CHARACTERS = 300;
  private static final String ADDRESS = "TESTCONTAINERS_HOST_OVERRIDE";

  private boolean isUp;
  private Optional<String> end = Optional.empty();
  private Optional<String> said = Optional.empty();

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
      listen();
    }
    super.stop();
  }

  private void listen() {
    try {
      InspectContainerResponse.ContainerState state = getCurrentContainerInfo().getState();
      end =
          Boolean.TRUE.equals(state.getRunning())
              ? Optional.empty()
              : Optional.of("it ended with exit code " + state.getExitCodeLong());
      said = Optional.of(lastLine(getLogs()));
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
   * Why it did not start, and what it printed last.
   *
   * @param e what {@link #start()} threw
   */
  String whyNot(RuntimeException e) {
    return end.orElseGet(() -> MtaImage.cause(e) + hint())
        + said.map(
                line ->
                    line.isEmpty()
                        ? "; it printed nothing"
                        : "; the last that it printed is: " + line)
            .orElse("");
  }

  /** From inside another container ports may be published elsewhere than they are looked for. */
  private static String hint() {
    return Files.exists(Path.of("/.dockerenv")) && System.getenv(ADDRESS) == null
        ? ", as seen from inside a container (" + ADDRESS + " says where to look)"
        : "";
  }
}
