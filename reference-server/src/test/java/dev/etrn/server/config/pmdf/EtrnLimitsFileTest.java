package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.SessionLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtrnLimitsFileTest extends WrittenConfiguration {

  @BeforeEach
  void writeTheOthers() throws Exception {
    writePlain("");
  }

  @Test
  void saysWhatSessionsMayUse() throws Exception {
    write("etrn_limits", "! a comment\nsessions = 300\n");
    assertThat(read().config().limits()).isEqualTo(SessionLimits.STANDARD.withSessions(300, 150));
    write("etrn_limits", "JUNK_COMMANDS_PER_SESSION=50\nREFUSALS_PER_SESSION=5\n");
    assertThat(read().config().limits())
        .isEqualTo(SessionLimits.STANDARD.withJunkCommands(50).withRefusals(5));
    write("etrn_limits", "SESSIONS_PER_ADDRESS=20\n");
    assertThat(read().config().limits()).isEqualTo(SessionLimits.STANDARD.withSessions(20_000, 20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SESSIONS|etrn_limits line 1: SESSIONS is ''; expected a number from 1 on",
        "SESSIONS=0|etrn_limits line 1: SESSIONS is '0'; expected a number from 1 on",
        "SESSION=1|etrn_limits line 1: 'SESSION' is not a limit; expected",
      })
  void saysWhichLimitIsWrong(String line, String sentence) throws Exception {
    write("etrn_limits", line);
    assertThat(problems()).singleElement().asString().startsWith(sentence);
  }
}
