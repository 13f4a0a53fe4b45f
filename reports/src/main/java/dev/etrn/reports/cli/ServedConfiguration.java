package dev.etrn.reports.cli;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltIn;
import dev.etrn.server.config.pmdf.ConfigDirectory;
import dev.etrn.server.config.pmdf.ConfigurationException;
import dev.etrn.server.config.pmdf.Problem;
import dev.etrn.server.operation.Reload;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code etrn serve} has its configuration from, at first and each time it reads it again.
 */
final class ServedConfiguration {

  private final @Nullable Path directory;
  private final InetSocketAddress listen;
  private final InetSocketAddress exchanger;

  /**
   * @param directory of the files; null for what is built in
   * @param listen where to listen, which no file says, so that no reload changes it
   * @param exchanger of all nodes in what is built in
   */
  ServedConfiguration(
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
        ? new ConfigDirectory.Understood(BuiltIn.config(listen, exchanger), List.of())
        : ConfigDirectory.read(directory, listen);
  }

  /** PMDF-030: reads it again for a server that runs. */
  Reload.Answer reload(EtrnServer server) {
    if (directory == null) {
      return new Reload.Answer(
          false, List.of("the server runs without --config, there is nothing to read again"));
    }
    try {
      ConfigDirectory.Understood read = read();
      server.reload(read.config());
      return new Reload.Answer(true, read.warnings().stream().map(Problem::toString).toList());
    } catch (ConfigurationException e) {
      return new Reload.Answer(false, e.problems().stream().map(Problem::toString).toList());
    } catch (IOException e) {
      return new Reload.Answer(false, List.of(String.valueOf(e.getMessage())));
    }
  }
}
