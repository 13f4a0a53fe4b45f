package dev.etrn.suites.clients;

import dev.etrn.suites.containers.MtaImage;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The client fetchmail: Debian's, with {@code protocol etrn}, in a container of our own. */
public final class FetchmailClient implements ClientTarget {

  /** The name of this client in {@code --target}. */
  public static final String NAME = "client:fetchmail";

  private static final String HOST = "host.docker.internal";
  private static final int REPLY_SECONDS = 3;

  private static final ClientProfile PROFILE =
      new ClientProfile(
          Set.of(Ability.TAKES_NODES, Ability.TAKES_ODD_NODES, Ability.EXIT_CODE),
          Duration.ofSeconds(15),
          Duration.ofMillis(200),
          Optional.empty(),
          Optional.of(Duration.ofSeconds(REPLY_SECONDS)),
          false);

  @Override
  public String name() {
    return NAME;
  }

  /** Returns all addresses, since the container comes from a bridge of the engine's choice. */
  @Override
  public InetSocketAddress listensAt() {
    return new InetSocketAddress(0);
  }

  @Override
  public RunningClient start(InetSocketAddress server) throws TargetUnavailableException {
    try {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        throw new TargetUnavailableException(
            NAME
                + " runs in a container, and no Docker engine answers: start one ('docker info'"
                + " must work), or name another client with --run");
      }
      var container = container(new MtaImage("fetchmail", files()).build());
      container.start();
      return new Running(container, server.getPort());
    } catch (RuntimeException e) {
      // Testcontainers has unchecked exceptions only, of many types.
      throw new TargetUnavailableException(
          NAME + " cannot be started in a container (" + MtaImage.cause(e) + ")", e);
    }
  }

  private static GenericContainer<?> container(String image) {
    return new GenericContainer<>(DockerImageName.parse(image))
        .withExtraHost(HOST, "host-gateway")
        .withLabel("dev.etrn.harness", "fetchmail")
        .withCreateContainerCmdModifier(command -> command.withHostName("branch.example"));
  }

  private static Map<String, byte[]> files() {
    var files = new LinkedHashMap<String, byte[]>();
    for (String file : List.of("Dockerfile", "ask")) {
      try (InputStream in = FetchmailClient.class.getResourceAsStream("fetchmail/" + file)) {
        if (in == null) {
          throw new IllegalStateException("the build left fetchmail's " + file + " out");
        }
        files.put(file, in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** Returns the text of fetchmail's .fetchmailrc. */
  static String configuration(int port, List<String> nodes) {
    Stream<String> lines =
        Stream.of(
            "set no bouncemail",
            "poll provider.example via " + HOST,
            "  protocol etrn service " + port + " timeout " + REPLY_SECONDS,
            "  fetchdomains "
                + nodes.stream().map(FetchmailClient::quoted).collect(Collectors.joining(" ")));
    return lines.collect(Collectors.joining("\n"));
  }

  /** Returns a string of the configuration, in which control octets are escaped as in C. */
  private static String quoted(String node) {
    return "\""
        + node.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\r", "\\r")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
        + "\"";
  }

  private record Running(GenericContainer<?> container, int port) implements RunningClient {

    @Override
    public ClientProfile profile() {
      return PROFILE;
    }

    @Override
    public String image() {
      return container.getDockerImageName();
    }

    @Override
    public Ending ask(List<String> nodes, OngoingVisit visit) throws InterruptedException {
      try {
        Container.ExecResult result =
            container.execInContainer(
                StandardCharsets.UTF_8,
                "timeout",
                Long.toString(PROFILE.within().toSeconds()),
                "ask",
                configuration(port, nodes));
        return new Ending(OptionalInt.of(result.getExitCode()), result.getStdout());
      } catch (IOException e) {
        return new Ending(OptionalInt.empty(), "cannot run: " + e.getMessage());
      }
    }

    @Override
    public void close() {
      container.close();
    }
  }
}
