package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.etrn.server.config.source.ConfigurationException;
import dev.etrn.server.config.source.ConfigurationProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The configuration directory of a test, written file by file. */
abstract class WrittenConfiguration {

  /**
   * A file pmdf.cnf; the text KEYWORDS in line 8 stands for the keywords of the incoming channel.
   */
  static final String PLAIN =
      """
      ! part 1: rules
      .branch.test      $U%$H$D@TCP-BRANCH
      .                 $U%$H@TCP-DAEMON

      l
      mail.home.test

      tcp_local smtp mx KEYWORDS
      TCP-DAEMON

      ! a comment inside
      tcp_branch smtp daemon [192.0.2.1] port 2525 \\
        sendetrn mail.home.test
      TCP-BRANCH
      other.test
      """;

  @TempDir private Path directory = Path.of("");

  final void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  /** Writes the plain pmdf.cnf with these keywords. */
  final void writePlain(String keywords) throws IOException {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", keywords));
  }

  final ConfigDirectory.Understood read() throws ConfigurationException {
    return ConfigDirectory.read(directory, new InetSocketAddress(0));
  }

  /** Returns the errors of a configuration that cannot be used. */
  final List<String> problems() {
    ConfigurationException e = catchThrowableOfType(ConfigurationException.class, this::read);
    return e.problems().stream()
        .filter(ConfigurationProblem::isError)
        .map(ConfigurationProblem::toString)
        .toList();
  }
}
