package dev.etrn.suites.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.etrn.suites.targets.TargetUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerLaunchException;

/** Tests of images that do not start. */
@NeedsContainers
class DiagnosticContainerIT {

  private static final int SMTP = 25;

  /** Uses one stream, since the engine may reorder the lines of two. */
  @Test
  void tellsHowAnImageEnded() {
    assertThat(startFailure("(echo started; echo 'no such table') >&2; exit 3"))
        .isEqualTo("it ended with exit code 3; the last line it printed is: no such table");
  }

  @Test
  void tellsThatNothingGreets() {
    assertThat(startFailure("echo waiting; sleep 60"))
        .contains("nothing greets with 220 at ", ", where its port 25 is published")
        .endsWith("; the last line it printed is: waiting");
  }

  @Test
  void tellsThatAnImagePrintedNothing() {
    assertThat(startFailure("exit 0")).isEqualTo("it ended with exit code 0; it printed nothing");
  }

  @Test
  void tellsAtOnceThatThereIsNoSuchImage() {
    String image = "127.0.0.1:1/no/such:1";
    assertThatThrownBy(() -> new ImageSource.Given(image).reference())
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageStartingWith("there is no image " + image + ", and it cannot be pulled (")
        .hasMessageEndingWith("): build it, or correct its name");
  }

  private static String startFailure(String script) {
    try (var container =
        new DiagnosticContainer("debian:bookworm-slim")
            .withCommand("sh", "-c", script)
            .withExposedPorts(SMTP)
            .waitingFor(new GreetingWaitStrategy(SMTP).withStartupTimeout(Duration.ofSeconds(3)))) {
      var failure = catchThrowableOfType(ContainerLaunchException.class, container::start);
      assertThat(container.getContainerId()).as("it is gone").isNull();
      return container.startFailure(failure);
    }
  }
}
