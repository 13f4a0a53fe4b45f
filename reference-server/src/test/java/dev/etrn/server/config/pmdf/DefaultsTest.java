package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.config.source.ConfigurationException;
import dev.etrn.server.config.source.ConfigurationProblem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines {@code defaults} and {@code nodefaults} (PMDF-032). */
class DefaultsTest extends WrittenConfiguration {

  @BeforeEach
  void writeTheOthers() throws Exception {
    write("etrn_access", "");
    write("server.crt", "");
    write("server.key", "");
  }

  @ParameterizedTest
  @CsvSource({
    "musttls, musttls, NO, MAY",
    "musttls, maytls, NO, MAY",
    "musttls, musttlsserver, NO, MUST",
    "musttls, notlsclient, MUST, MAY",
    "musttlsserver, musttls, NO, MAY",
  })
  void areTakenBackOnTheSidesOfTlsThatAreNamed(
      String defaults, String nodefaults, Demand server, Demand client) throws Exception {
    writeWith("defaults " + defaults, "nodefaults " + nodefaults);
    assertThat(read().warnings()).isEmpty();
    assertThat(read().config().security().tls()).isEqualTo(server);
    assertThat(read().config().incoming().outgoing().tls()).isEqualTo(client);
  }

  @Test
  void areTakenBackForAuthentication() throws Exception {
    writeWith("defaults maytls mustsasl", "nodefaults nosaslserver");
    assertThat(read().warnings()).isEmpty();
    assertThat(read().config().security().auth()).isEqualTo(Demand.NO);
  }

  @ParameterizedTest
  @CsvSource({
    "nodefaults",
    "nodefaults noblocketrn immnormal nosendetrn mx daemon port notices maxjobs filesperjob",
  })
  void areTakenBackAllOrByAnyKeywordOfTheirGroup(String nodefaults) throws Exception {
    writeWith(
        "defaults blocketrn periodic sendetrn mail.home.test nomx daemon hub.test port 26"
            + " notices 3 maxjobs 1 filesperjob 2",
        nodefaults);
    assertThat(read().warnings()).isEmpty();
    String understood = Description.of(read().config());
    writeWith("! nothing", "! nothing");
    assertThat(understood).isEqualTo(Description.of(read().config()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "defaults nonsense|nodefaults mx|4|warning: unknown keyword 'nonsense'",
        "defaults periodic|nodefaults nonsense|6|warning: unknown keyword 'nonsense'",
        "defaults periodic|nodefaults remotehost|6|warning: the keyword 'remotehost' is not"
            + " supported; it has",
        "defaults periodic|nodefaults queue SLOW|6|warning: the keyword 'queue' is not supported;"
            + " it has",
        "defaults periodic|nodefaults smtp|6|warning: 'nodefaults smtp' has no effect",
        "defaults port 26|nodefaults port 26|6|warning: 'nodefaults port' takes no argument; '26'"
            + " has",
      })
  void areToldOfOnce(String defaults, String nodefaults, int line, String sentence)
      throws Exception {
    writeWith(defaults, nodefaults);
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith("pmdf.cnf line " + line + ": " + sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "defaults nonsense, 'warning: unknown keyword'",
    "defaults port x, 'port' is followed by 'x'"
  })
  void areToldOfBehindTheLocalChannelToo(String defaults, String sentence) throws Exception {
    write("pmdf.cnf", PLAIN.replace("tcp_local smtp mx KEYWORDS", defaults + "\n\ntcp_local smtp"));
    assertThat(found())
        .extracting(ConfigurationProblem::toString)
        .filteredOn(problem -> problem.startsWith("pmdf.cnf line 8: " + sentence))
        .hasSize(1);
  }

  /** Writes a configuration with these lines 4 and 6. */
  private void writeWith(String defaults, String nodefaults) throws Exception {
    write(
        "pmdf.cnf",
        """
        ! two rules
        . $U%%$H@TCP-DAEMON

        %s

        %s

        l
        home.test

        tcp_local smtp
        TCP-DAEMON
        """
            .formatted(defaults, nodefaults));
  }

  private List<ConfigurationProblem> found() {
    try {
      return read().warnings();
    } catch (ConfigurationException e) {
      return e.problems();
    }
  }
}
