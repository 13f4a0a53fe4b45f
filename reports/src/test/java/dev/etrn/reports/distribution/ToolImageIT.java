package dev.etrn.reports.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerStatus;

/** The image of the tool itself, as {@code docker build .} makes it of the archive. */
@EnabledIf("dev.etrn.reports.cli.Containers#canRun")
class ToolImageIT {

  private static Future<String> image = new ImageFromDockerfile();

  @BeforeAll
  static void build() {
    image =
        new ImageFromDockerfile("etrn-harness/tool", false)
            .withDockerfile(Path.of("..", "Dockerfile").toAbsolutePath().normalize());
  }

  @Test
  void verifiesAServerOnTheHost() throws Exception {
    int sink = freePort();
    try (EtrnServer server = EtrnServer.start(BuiltInConfig.config(loopback(0), loopback(sink)));
        GenericContainer<?> tool = new GenericContainer<>(image)) {
      String address = "127.0.0.1:" + server.address().getPort();
      String yaml =
          """
          target: {address: '%s'}
          nodes: {permitted: branch.example}
          connectBack: {listen: '127.0.0.1:%d', within: 5s}
          """
              .formatted(address, sink);
      tool.withCopyToContainer(Transferable.of(yaml), "/etrn.yaml");
      Ended ended =
          run(
              tool,
              "verify --target %s --config /etrn.yaml --select etrn.effect.one-message"
                      .formatted(address)
                  + " --select etrn.reply.queue-form");
      assertThat(ended.log())
          .contains("2 cases: PASS 1, NOT_APPLICABLE 1; the report is in etrn-out");
      assertThat(ended.code()).isZero();
    }
  }

  @Test
  void passesExitCodesOnAndIsNotRoot() {
    try (GenericContainer<?> tool = new GenericContainer<>(image)) {
      Ended ended = run(tool, "verify --target 127.0.0.1:1");
      assertThat(ended.log()).contains("etrn: cannot connect to 127.0.0.1:1");
      assertThat(ended.code()).isEqualTo(69);
      assertThat(tool.getContainerInfo().getConfig().getUser()).isEqualTo("nobody");
    }
  }

  /** Runs the image like {@code docker run --network host}. */
  private static Ended run(GenericContainer<?> tool, String arguments) {
    tool.withNetworkMode("host")
        .withCommand(arguments.split(" "))
        .withStartupCheckStrategy(new UntilItEnds().withTimeout(Duration.ofMinutes(2)))
        .start();
    Long code = tool.getCurrentContainerInfo().getState().getExitCodeLong();
    return new Ended(Objects.requireNonNull(code), tool.getLogs());
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * The result of a container.
   *
   * @param log the output of both streams
   */
  private record Ended(long code, String log) {}

  /** The startup check for commands, which waits until they end, whatever their exit code. */
  private static final class UntilItEnds extends StartupCheckStrategy {

    @Override
    public StartupStatus checkStartupState(DockerClient docker, String container) {
      var state = getCurrentState(docker, container);
      return DockerStatus.isContainerStopped(state)
          ? StartupStatus.SUCCESSFUL
          : StartupStatus.NOT_YET_KNOWN;
    }
  }
}
