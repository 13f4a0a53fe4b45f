package dev.etrn.suites.resolution;

import dev.etrn.suites.config.EtrnYaml;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.containers.ContainerTarget;
import dev.etrn.suites.containers.MtaDescriptor;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The resolver of the user's options to a target. */
public final class TargetResolver {

  private static final String MTA = "mta:";
  private static final String IMAGE = "image:";

  private TargetResolver() {}

  /**
   * @param target {@code embedded}, {@code HOST:PORT}, {@code mta:NAME} or {@code image:REF}; empty
   *     for the address in {@code config}, or else the embedded server
   * @param config an etrn.yaml that describes a {@code HOST:PORT}, or the description of an image
   * @throws HarnessConfigurationException when the target is unknown, or must not be tested
   * @throws TargetUnavailableException when the host is unknown
   */
  public static Target resolve(Optional<String> target, Optional<Path> config, HostGuard guard)
      throws HarnessConfigurationException, TargetUnavailableException {
    if (target.isEmpty() && config.isEmpty()) {
      return new EmbeddedTarget();
    } else if (target.isEmpty() || HostPort.isWritten(target.get())) {
      return remote(target, config, guard);
    } else if (target.get().startsWith(IMAGE)) {
      return image(target.get(), config);
    } else if (config.isPresent()) {
      throw new HarnessConfigurationException(
          "--config describes a HOST:PORT or an image; leave it out for the target "
              + target.get());
    } else if (target.get().equals("embedded")) {
      return new EmbeddedTarget();
    } else if (target.get().startsWith(MTA)) {
      return mta(target.get().substring(MTA.length()));
    }
    throw new HarnessConfigurationException(
        "no target '"
            + target.get()
            + "'; expected embedded, HOST:PORT such as 127.0.0.1:2525, image:REF with a --config,"
            + " client:NAME, or mta:NAME with one of: "
            + String.join(", ", knownMtas()));
  }

  /** Returns the names that may follow {@code mta:}, in the order in which they are shown. */
  public static List<String> knownMtas() {
    return MtaDescriptor.names();
  }

  /**
   * Returns the known MTA of this name.
   *
   * @throws HarnessConfigurationException when there is none
   */
  public static Target mta(String name) throws HarnessConfigurationException {
    return new ContainerTarget(MtaDescriptor.of(name));
  }

  private static Target image(String target, Optional<Path> config)
      throws HarnessConfigurationException {
    if (config.isEmpty()) {
      throw new HarnessConfigurationException(
          target
              + " needs --config FILE, which describes the image: see"
              + " test-suites/docs/images.md");
    }
    return new ContainerTarget(
        MtaDescriptor.ofImage(target.substring(IMAGE.length()), config.get()));
  }

  private static Target remote(Optional<String> target, Optional<Path> config, HostGuard guard)
      throws HarnessConfigurationException, TargetUnavailableException {
    EtrnYaml yaml = config.isPresent() ? EtrnYaml.read(config.get()) : EtrnYaml.none();
    Optional<HostPort> address =
        target.isPresent() ? Optional.of(HostPort.of("--target", target.get())) : yaml.address();
    if (address.isEmpty()) {
      throw new HarnessConfigurationException(
          config.map(Path::toString).orElse("etrn.yaml")
              + " has no target.address: add one such as 127.0.0.1:2525, or give --target");
    }
    return new RemoteTarget(
        address.get().toString(),
        guard.checkAll(address.get()),
        yaml.profile(),
        yaml.listen(),
        yaml.load());
  }
}
