package dev.etrn.suites.containers;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the image of an MTA is run.
 *
 * @param port on which it listens inside
 * @param environment in which {@code {sink.host}} and {@code {sink.port}} stand for where mail
 *     comes back; SINK_HOST and SINK_PORT say it too
 * @param version a command of the container's shell that prints what is installed
 * @param classPath the directory in it for the class path of this very process
 */
record MtaContainer(
    int port,
    Map<String, String> environment,
    Optional<String> version,
    Optional<String> classPath) {

  private static final int SMTP = 25;

  MtaContainer {
    environment = Map.copyOf(environment);
  }

  static MtaContainer of(YamlMapping root) throws HarnessConfigurationException {
    Optional<YamlMapping> environment = root.mapping("environment", List.of());
    return new MtaContainer(
        root.count("port").orElse(SMTP),
        environment.isPresent() ? environment.get().texts() : Map.of(),
        root.text("version"),
        root.text("classPath"));
  }

  /** All that its environment says, for a sink that is reached there. */
  Map<String, String> environment(String sinkHost, int sinkPort) {
    String port = Integer.toString(sinkPort);
    var whole = new java.util.TreeMap<String, String>();
    whole.put("SINK_HOST", sinkHost);
    whole.put("SINK_PORT", port);
    environment.forEach(
        (name, value) ->
            whole.put(name, value.replace("{sink.host}", sinkHost).replace("{sink.port}", port)));
    return whole;
  }
}
