package dev.etrn.reports.cli.server;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.pmdf.ConfigDirectory;
import dev.etrn.server.config.source.ConfigurationException;
import dev.etrn.server.config.source.ConfigurationProblem;
import dev.etrn.server.operation.ConfigReloader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code etrn serve} has its configuration from, at first and each time it reads it again.
 */
final class ConfigurationSource {

  private final @Nullable Path directory;
  private final InetSocketAddress listen;
  private final InetSocketAddress exchanger;

  /**
   * @param directory of the files; null for what is built in
   * @param listen where to listen, which no file says, so that no reload changes it
   * @param exchanger of all nodes in what is built in
   */
  ConfigurationSource(
      @Nullable Path directory, InetSocketAddress listen, InetSocketAddress exchanger) {
    this.directory = directory;
    this.listen = listen;
    this.exchanger = exchanger;
  }

  /**
   * Reads it.
   *
   * @throws ConfigurationException when it cannot be used; has every error with file and line
   */
  ConfigDirectory.Understood read() throws ConfigurationException {
    return directory == null
        ? new ConfigDirectory.Understood(BuiltInConfig.config(listen, exchanger), List.of())
        : ConfigDirectory.read(directory, listen);
  }

  /** PMDF-030: reads it again for a server that runs. */
  ConfigReloader.Answer reload(EtrnServer server) {
    if (directory == null) {
      return new ConfigReloader.Answer(
          false, List.of("the server runs without --config, there is nothing to read again"));
    }
    try {
      ConfigDirectory.Understood read = read();
      server.reload(read.config());
      return new ConfigReloader.Answer(
          true, read.warnings().stream().map(ConfigurationProblem::toString).toList());
    } catch (ConfigurationException e) {
      return new ConfigReloader.Answer(
          false, e.problems().stream().map(ConfigurationProblem::toString).toList());
    } catch (IOException e) {
      return new ConfigReloader.Answer(false, List.of(String.valueOf(e.getMessage())));
    }
  }
}
