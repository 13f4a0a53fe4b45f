package dev.etrn.suites.containers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.etrn.suites.targets.MachineUse;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.LoadTerms;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.waivers.Waivers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** An MTA in a container of our own, which delivers to the sink on this host. */
public final class ContainerTarget implements Target {

  private static final Duration START = Duration.ofMinutes(2);
  private static final String NO_NAME_SERVER = "127.0.0.1";
  private static final String HOST = "host.docker.internal";

  private final MtaDescriptor mta;

  public ContainerTarget(MtaDescriptor mta) {
    this.mta = mta;
  }

  @Override
  public String name() {
    return mta.target();
  }

  @Override
  public TargetProfile profile() {
    return mta.profile();
  }

  @Override
  public Waivers waivers() {
    return mta.waivers();
  }

  @Override
  public LoadTerms load() {
    return mta.load();
  }

  /** Returns all addresses, since the container comes from a bridge of the engine's choice. */
  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(new InetSocketAddress(0));
  }

  @Override
  public void prepare() throws TargetUnavailableException {
    try {
      image();
    } catch (RuntimeException e) {
      // Testcontainers has unchecked exceptions only, of many types.
      throw notStarted(e);
    }
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailableException {
    int sinkPort =
        sink.orElseThrow(() -> new IllegalArgumentException("an MTA needs a sink")).getPort();
    try {
      return start(container(image(), sinkPort));
    } catch (RuntimeException e) {
      throw notStarted(e);
    }
  }

  private TargetUnavailableException notStarted(RuntimeException e) {
    return new TargetUnavailableException(
        name() + " cannot be started in a container (" + MtaImage.cause(e) + ")", e);
  }

  private String image() throws TargetUnavailableException {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new TargetUnavailableException(
          name()
              + " runs in a container, and no Docker engine answers: start one ('docker info'"
              + " must work), or name another --target");
    }
    return mta.image().reference();
  }

  private RunningTarget start(DiagnosticContainer container) throws TargetUnavailableException {
    try {
      container.start();
      return new Running(container, mta, version(container));
    } catch (RuntimeException e) {
      container.close();
      throw new TargetUnavailableException(
          "the container of " + name() + " did not start: " + container.startFailure(e), e);
    }
  }

  private DiagnosticContainer container(String image, int sinkPort) {
    MtaContainer settings = mta.container();
    var container =
        new DiagnosticContainer(image)
            .withExtraHost(HOST, "host-gateway")
            .withEnv(settings.environment(HOST, sinkPort))
            .withLabel("dev.etrn.harness", name())
            .withExposedPorts(settings.port())
            .withCreateContainerCmdModifier(
                command -> configure(command, settings.port(), mta.image()))
            .waitingFor(new GreetingWaitStrategy(settings.port()).withStartupTimeout(START));
    settings
        .classPath()
        .ifPresent(
            directory ->
                OwnClassPath.jars()
                    .forEach(
                        (name, jar) -> container.withCopyToContainer(jar, directory + "/" + name)));
    return container;
  }

  /**
   * Sets a host name with a dot, and a port that only this host reaches. Our own images get no name
   * server, since its answers and its delays must not affect a verdict.
   */
  private static void configure(CreateContainerCmd command, int port, ImageSource image) {
    HostConfig host = Objects.requireNonNull(command.getHostConfig());
    host.withPortBindings(
        new PortBinding(Ports.Binding.bindIp("127.0.0.1"), new ExposedPort(port)));
    if (image instanceof ImageSource.Built) {
      host.withDns(NO_NAME_SERVER);
    }
    command.withHostName("hub.example").withHostConfig(host);
  }

  /** Returns the version of the installed MTA; empty if its descriptor has no command for it. */
  private String version(GenericContainer<?> container) throws TargetUnavailableException {
    Optional<String> command = mta.container().version();
    if (command.isEmpty()) {
      return "";
    }
    try {
      return container.execInContainer("sh", "-c", command.get()).getStdout().strip();
    } catch (IOException e) {
      throw new TargetUnavailableException("cannot ask " + name() + " for its version", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetUnavailableException(name() + " was interrupted while it started", e);
    }
  }

  private record Running(GenericContainer<?> container, MtaDescriptor mta, String version)
      implements RunningTarget {

    @Override
    public InetSocketAddress address() {
      return new InetSocketAddress(
          container.getHost(), container.getMappedPort(mta.container().port()));
    }

    @Override
    public TargetProfile profile() {
      return mta.profile();
    }

    @Override
    public String image() {
      return container.getDockerImageName();
    }

    @Override
    public Optional<MachineUse> use() {
      return ContainerUse.of(container.getContainerId());
    }

    @Override
    public void close() {
      container.close();
    }
  }
}
