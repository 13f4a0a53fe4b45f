package dev.etrn.suites.containers;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings with which the image of an MTA runs.
 *
 * @param port the port on which the MTA listens inside
 * @param environment the environment variables, in which {@code {sink.host}} and {@code
 *     {sink.port}} stand for the sink; SINK_HOST and SINK_PORT name it too
 * @param version a command of the container's shell that prints what is installed
 * @param classPath the directory inside for the class path of this process
 */
record MtaContainer(
    int port,
    Map<String, String> environment,
    Optional<String> version,
    Optional<String> classPath) {

  /** The keys of a description that are about the container. */
  static final List<String> KEYS = List.of("port", "version", "environment");

  /** The key that a description of a known MTA has too. */
  static final String CLASS_PATH = "classPath";

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
        root.text(CLASS_PATH));
  }

  /** Returns all environment variables for a sink at this address. */
  Map<String, String> environment(String sinkHost, int sinkPort) {
    String port = Integer.toString(sinkPort);
    var variables = new java.util.TreeMap<String, String>();
    variables.put("SINK_HOST", sinkHost);
    variables.put("SINK_PORT", port);
    environment.forEach(
        (name, value) ->
            variables.put(
                name, value.replace("{sink.host}", sinkHost).replace("{sink.port}", port)));
    return variables;
  }
}
