package dev.etrn.suites.reference;

import dev.etrn.suites.config.EtrnYaml;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An example configuration as a target: a server on loopback that an etrn.yaml describes.
 *
 * @param example the directory of the example
 * @param scratch an empty directory for its files with this machine's addresses
 * @param texts the replacements in them; {@code SINK} in a replacement is the sink's address and
 *     port, as a channel block has them
 * @param yaml an etrn.yaml without addresses
 */
record ExampleTarget(String example, Path scratch, Map<String, String> texts, String yaml)
    implements Target {

  /** A quiet time that is long enough for loopback and short enough for many cases. */
  private static final Duration QUIET = Duration.ofMillis(150);

  @Override
  public String name() {
    return example;
  }

  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailableException {
    String exchanger = "[127.0.0.1] port " + sink.orElseThrow().getPort();
    var replacements = new HashMap<String, String>();
    texts.forEach((key, text) -> replacements.put(key, text.replace("SINK", exchanger)));
    try {
      ExampleServer server = ExampleServer.onLoopback(example, scratch, replacements);
      return new Running(server, profile());
    } catch (Exception e) {
      throw new TargetUnavailableException("the example " + example + " cannot be started", e);
    }
  }

  @Override
  public TargetProfile profile() {
    TargetProfile parsed = parsed();
    return parsed.withRelease(parsed.release().withQuiet(QUIET));
  }

  private TargetProfile parsed() {
    try {
      return EtrnYaml.parse("etrn.yaml", yaml).profile();
    } catch (HarnessConfigurationException e) {
      throw new AssertionError("the test's own etrn.yaml is wrong", e);
    }
  }

  private record Running(ExampleServer server, TargetProfile profile) implements RunningTarget {

    @Override
    public InetSocketAddress address() {
      return server.address();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
