package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.etrn.server.config.Dialect;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.EtrnPolicy;
import dev.etrn.server.config.ServerConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtrnOptionsTest {

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void writeTheOthers() throws Exception {
    Files.writeString(
        directory.resolve("pmdf.cnf"),
        """
        . $U%$H@TCP-DAEMON

        l
        home.test

        tcp_local smtp
        TCP-DAEMON
        """);
    Files.writeString(directory.resolve("etrn_access"), "127.0.0.1 branch.test\n");
  }

  @Test
  void isNotNeeded() throws Exception {
    ServerConfig config = read().config();
    assertThat(config.etrn()).isEqualTo(EtrnPolicy.STANDARD);
    assertThat(config.incoming().etrn()).isEqualTo(EtrnMode.SILENT);
    assertThat(config.incoming().options().etrnsPerSession()).hasValue(1);
  }

  @Test
  void saysWhatKeywordsCannot() throws Exception {
    write(
        """
        ! as Messaging Server 6.3 has it
        dialect=sun_6_3
        TELL_COUNTS=0

        COUNT_REFUSED=1
        REFUSE_WHILE_RUNNING=1
        UNLIMITED_ETRNS=1
        """);
    ConfigDirectory.Understood read = read();
    assertThat(read.warnings()).isEmpty();
    assertThat(read.config().etrn()).isEqualTo(new EtrnPolicy(Dialect.SUN_6_3, false, true, true));
    assertThat(read.config().incoming().etrn()).isEqualTo(EtrnMode.ALLOW);
    assertThat(read.config().incoming().options().etrnsPerSession()).isEmpty();
    assertThat(Description.of(read.config()))
        .contains(
            "ETRN: dialect SUN_6_3, always 250, refused ones count too, 458 while running\n",
            "allowetrn, any number of ETRNs per session");
  }

  @ParameterizedTest
  @CsvSource({
    "DIALECT=vms, 'DIALECT is ''vms''; expected one of PMDF, PMDF_BEFORE_6_8'",
    "TELL_COUNTS=yes, TELL_COUNTS is 'yes'; expected 1 or 0",
    "TELL_COUNTS, 'TELL_COUNTS'' is no option; expected OPTION=value'",
  })
  void namesFileLineAndWhatWouldBeRight(String line, String sentence) throws Exception {
    write("! first\n" + line + "\n");
    ConfigurationException wrong = catchThrowableOfType(ConfigurationException.class, this::read);
    assertThat(wrong).hasMessageContaining("etrn_options line 2: ").hasMessageContaining(sentence);
  }

  @Test
  void warnsOfOptionsThatItDoesNotKnow() throws Exception {
    write("TELL_ALL=1\n");
    assertThat(read().warnings())
        .extracting(Problem::toString)
        .containsExactly("etrn_options line 1: warning: unknown option 'TELL_ALL'");
  }

  private ConfigDirectory.Understood read() throws ConfigurationException {
    return ConfigDirectory.read(
        directory, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private void write(String text) throws Exception {
    Files.writeString(directory.resolve("etrn_options"), text);
  }
}
