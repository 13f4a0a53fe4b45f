package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.Dialect;
import dev.etrn.server.config.EtrnPolicy;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.config.source.ConfigurationProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtrnOptionsFileTest extends WrittenConfiguration {

  @BeforeEach
  void writeTheOthers() throws Exception {
    writePlain("");
    write("etrn_access", "127.0.0.1 branch.test\n");
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
        "etrn_options",
        """
        ! as Messaging Server 6.3 has it
        dialect=sun_6_3
        TELL_COUNTS=0

        COUNT_REFUSED=1
        REFUSE_WHILE_RUNNING=1
        UNLIMITED_ETRNS=1
        """);
    ConfigDirectory.Understood understood = read();
    assertThat(understood.warnings()).isEmpty();
    assertThat(understood.config().etrn())
        .isEqualTo(new EtrnPolicy(Dialect.SUN_6_3, false, true, true));
    assertThat(understood.config().incoming().etrn()).isEqualTo(EtrnMode.ALLOW);
    assertThat(understood.config().incoming().options().etrnsPerSession()).isEmpty();
    assertThat(Description.of(understood.config()))
        .contains(
            "ETRN: dialect SUN_6_3, always 250, refused ETRNs count too, 458 while running\n",
            "allowetrn, any number of ETRNs per session");
  }

  @ParameterizedTest
  @CsvSource({
    "DIALECT=vms, 'DIALECT is ''vms''; expected one of PMDF, PMDF_BEFORE_6_8'",
    "TELL_COUNTS=yes, TELL_COUNTS is 'yes'; expected 1 or 0",
    "TELL_COUNTS, 'TELL_COUNTS'' is not an option; expected OPTION=value'",
  })
  void namesFileLineAndWhatWouldBeRight(String line, String sentence) throws Exception {
    write("etrn_options", "! first\n" + line + "\n");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("etrn_options line 2: ")
        .contains(sentence);
  }

  @Test
  void warnsOfOptionsThatItDoesNotKnow() throws Exception {
    write("etrn_options", "TELL_ALL=1\n");
    assertThat(read().warnings())
        .extracting(ConfigurationProblem::toString)
        .containsExactly("etrn_options line 1: warning: unknown option 'TELL_ALL'");
  }
}
