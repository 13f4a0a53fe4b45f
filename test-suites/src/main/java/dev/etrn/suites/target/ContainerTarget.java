package dev.etrn.suites.target;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A known MTA in a container of our own, which delivers to the sink on this host. */
public final class ContainerTarget implements Target {

  private static final int SMTP = 25;
  private static final Duration START = Duration.ofMinutes(2);
  private static final String HOST = "host.docker.internal";

  private final MtaDescriptor mta;

  ContainerTarget(MtaDescriptor mta) {
    this.mta = mta;
  }

  @Override
  public String name() {
    return "mta:" + mta.name();
  }

  @Override
  public TargetProfile profile() {
    return mta.profile();
  }

  /** On all addresses, since the container comes from a bridge of the engine's choice. */
  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(new InetSocketAddress(0));
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailable {
    int sinkPort =
        sink.orElseThrow(() -> new IllegalArgumentException("an MTA needs a sink")).getPort();
    try {
      return start(sinkPort);
    } catch (RuntimeException e) {
      // Testcontainers has unchecked exceptions only, of many types.
      throw new TargetUnavailable(
          name() + " cannot be started in a container (" + MtaImage.cause(e) + ")", e);
    }
  }

  private RunningTarget start(int sinkPort) throws TargetUnavailable {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new TargetUnavailable(
          name()
              + " runs in a container, and no Docker engine answers: start one ('docker info'"
              + " must work), or name another --target");
    }
    var container = container(new MtaImage(mta.name(), mta.files()).build(), sinkPort);
    try {
      container.start();
      return new Running(container, mta.profile());
    } catch (RuntimeException e) {
      String log = lastLine(container);
      container.close();
      throw new TargetUnavailable("the container of " + name() + " did not start: " + log, e);
    }
  }

  private GenericContainer<?> container(String image, int sinkPort) {
    return new GenericContainer<>(DockerImageName.parse(image))
        .withExtraHost(HOST, "host-gateway")
        .withEnv("SINK_HOST", HOST)
        .withEnv("SINK_PORT", Integer.toString(sinkPort))
        .withLabel("dev.etrn.harness", mta.name())
        .withExposedPorts(SMTP)
        .withCreateContainerCmdModifier(ContainerTarget::configure)
        .withStartupTimeout(START)
        .waitingFor(Wait.forLogMessage("(?s).*" + mta.ready() + ".*", 1));
  }

  /** A host name with a dot, and a port that only this host reaches. */
  private static void configure(CreateContainerCmd command) {
    HostConfig host = Objects.requireNonNull(command.getHostConfig());
    host.withPortBindings(
        new PortBinding(Ports.Binding.bindIp("127.0.0.1"), new ExposedPort(SMTP)));
    command.withHostName("hub.example").withHostConfig(host);
  }

  private static String lastLine(GenericContainer<?> container) {
    String[] lines =
        container.getContainerId() == null ? new String[0] : container.getLogs().split("\n");
    return lines.length == 0 ? "the engine could not create it" : lines[lines.length - 1].strip();
  }

  private record Running(GenericContainer<?> container, TargetProfile profile)
      implements RunningTarget {

    @Override
    public InetSocketAddress address() {
      return new InetSocketAddress(container.getHost(), container.getMappedPort(SMTP));
    }

    @Override
    public String image() {
      return container.getDockerImageName();
    }

    @Override
    public void close() {
      container.close();
    }
  }
}
