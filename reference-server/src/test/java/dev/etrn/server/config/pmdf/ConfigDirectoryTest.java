package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.source.ConfigurationException;
import dev.etrn.server.config.source.ConfigurationProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The configuration directory as a whole; each file has its own test. */
class ConfigDirectoryTest extends WrittenConfiguration {

  @Test
  void warnsOfNothingWhereEveryFileIsInOrder() throws Exception {
    writePlain("allowetrn");
    write("tcp_local_option", "ALLOW_ETRNS_PER_SESSION=4\n");
    write("tcp_branch_option", "ATTEMPT_TRANSACTIONS_PER_SESSION=7\n");
    write("etrn_access", "192.0.2.0/24 branch.test #tcp_branch\n");
    assertThat(read().warnings()).isEmpty();
  }

  @Test
  void saysAllMistakesAtOnce() throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", "port x").replace("$H$D", "$Q"));
    write("tcp_local_option", "nonsense\nTRACE_LEVEL=2\nODD=1\n");
    write("etrn_access", "somewhere branch.test\n192.0.2.1\n192.0.2.1 #nothing localhost\n");
    assertThat(problems()).hasSize(7);
  }

  @Test
  void saysThatAFileIsMissingOrSaysNothing() throws Exception {
    assertThat(problems())
        .anySatisfy(problem -> assertThat(problem).contains("there is no such file in"));
    write("pmdf.cnf", "");
    assertThat(problems())
        .anySatisfy(problem -> assertThat(problem).contains("there is no channel"));
    write("pmdf.cnf", ". $U%$H@TCP-DAEMON\n\ntcp_local\nTCP-DAEMON\n");
    assertThat(problems())
        .anySatisfy(problem -> assertThat(problem).contains("the first channel is 'tcp_local'"));
  }

  @Property(tries = 300)
  void neverThrowsAnythingElse(
      @ForAll
          @StringLength(max = 120)
          @Chars({'l', 'a', '.', '$', 'U', '@', '%', ' ', '\n', '\\', '<', '!', '=', '_'})
          String text)
      throws IOException {
    Path own = Files.createTempDirectory("pmdf");
    try {
      Files.writeString(own.resolve("pmdf.cnf"), text + "\n\nl\nhome.test\n");
      ConfigDirectory.read(own, new InetSocketAddress(0));
    } catch (ConfigurationException e) {
      assertThat(e.problems()).anyMatch(ConfigurationProblem::isError);
    } finally {
      Files.deleteIfExists(own.resolve("pmdf.cnf"));
      Files.delete(own);
    }
  }
}
