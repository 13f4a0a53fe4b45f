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

/** The source of the configuration of {@code etrn serve}, at its start and at each reload. */
final class ConfigurationSource {

  private final @Nullable Path directory;
  private final InetSocketAddress listen;
  private final InetSocketAddress exchanger;

  /**
   * Creates a source.
   *
   * @param directory the directory of the files; null for the built-in configuration
   * @param listen the address to listen on, which no file names, so that no reload changes it
   * @param exchanger the mail exchanger of all nodes in the built-in configuration
   */
  ConfigurationSource(
      @Nullable Path directory, InetSocketAddress listen, InetSocketAddress exchanger) {
    this.directory = directory;
    this.listen = listen;
    this.exchanger = exchanger;
  }

  /**
   * Reads the configuration.
   *
   * @throws ConfigurationException if it cannot be used; names each error with file and line
   */
  ConfigDirectory.Understood read() throws ConfigurationException {
    return directory == null
        ? new ConfigDirectory.Understood(BuiltInConfig.config(listen, exchanger), List.of())
        : ConfigDirectory.read(directory, listen);
  }

  /** Reads the configuration again for a running server (PMDF-030). */
  ConfigReloader.Answer reload(EtrnServer server) {
    if (directory == null) {
      return new ConfigReloader.Answer(
          false, List.of("the server runs without --config, so there is nothing to reload"));
    }
    try {
      ConfigDirectory.Understood configuration = read();
      server.reload(configuration.config());
      return new ConfigReloader.Answer(
          true, configuration.warnings().stream().map(ConfigurationProblem::toString).toList());
    } catch (ConfigurationException e) {
      return new ConfigReloader.Answer(
          false, e.problems().stream().map(ConfigurationProblem::toString).toList());
    } catch (IOException e) {
      return new ConfigReloader.Answer(false, List.of(String.valueOf(e.getMessage())));
    }
  }
}
