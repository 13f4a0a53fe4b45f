package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.EtrnMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PmdfCnfTest extends WrittenConfiguration {

  @Test
  void readsRulesAndChannels() throws Exception {
    writePlain("AllowEtrn");
    ServerConfig config = read().config();
    assertThat(config.hostName()).isEqualTo("mail.home.test");
    assertThat(config.incoming().etrn()).isEqualTo(EtrnMode.ALLOW);
    Channel branch = config.channel("tcp_branch").orElseThrow();
    assertThat(branch.outgoing().route().daemon()).contains("[192.0.2.1]");
    assertThat(branch.outgoing().route().port()).isEqualTo(2525);
    assertThat(branch.outgoing().sendEtrn()).contains("mail.home.test");
    assertThat(config.routing().channelFor("a.branch.test")).contains(branch);
  }

  @Test
  void actsAsSilentetrnWithOneEtrnWhenNothingIsSaid() throws Exception {
    writePlain("");
    ServerConfig config = read().config();
    assertThat(config.incoming().etrn()).isEqualTo(EtrnMode.SILENT);
    assertThat(config.incoming().options().etrnsPerSession()).hasValue(1);
  }

  @Test
  void appliesDefaultsUnlessTheChannelSaysOtherwise() throws Exception {
    write(
        "pmdf.cnf",
        """
        . $U%$H@TCP-DAEMON

        defaults disableetrn blocketrn port 26

        nodefaults blocketrn

        l
        home.test

        tcp_local smtp
        TCP-DAEMON

        tcp_a smtp allowetrn port 27
        TCP-A
        """);
    ServerConfig config = read().config();
    assertThat(config.incoming().etrn()).isEqualTo(EtrnMode.DISABLE);
    assertThat(config.incoming().blocksEtrn()).isFalse();
    assertThat(config.incoming().outgoing().route().port()).isEqualTo(26);
    assertThat(config.channel("tcp_a").orElseThrow().etrn()).isEqualTo(EtrnMode.ALLOW);
    assertThat(config.channel("tcp_a").orElseThrow().outgoing().route().port()).isEqualTo(27);
  }

  /** PMDF-028: the manual's example is {@code daemon router}. */
  @Test
  void takesADaemonWithoutADotForTheOfficialHost() throws Exception {
    write(
        "pmdf.cnf",
        PLAIN.replace("daemon [192.0.2.1]", "daemon router").replace("TCP-BRANCH", "HUB.test"));
    Channel branch = read().config().channel("tcp_branch").orElseThrow();
    assertThat(branch.outgoing().route().daemon()).contains("HUB.test");
  }

  @Test
  void includesFiles() throws Exception {
    write("pmdf.cnf", "<rules\n\nl\nhome.test\n\n<channels\n");
    write("rules", ". $U%$H@TCP-DAEMON\n");
    write("channels", "tcp_local\nTCP-DAEMON\n");
    assertThat(read().config().routing().channelFor("a.test")).isPresent();
    write("rules", "<rules\n");
    assertThat(problems())
        .contains("rules line 1: files include each other more than 8 levels deep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "silentetrn domainetrn|several of",
        "remotehost|the keyword 'remotehost' is not supported; it has no effect",
        "notices 3 6 9|of 'notices' only the last number, 9, counts: no warnings are sent",
        "urgentnotices 1 2 3|the keyword 'urgentnotices' is not supported; it has no effect",
        "queue SLOW|the keyword 'queue' is not supported; it has no effect",
        "missingrecipientpolicy 0|the keyword 'missingrecipientpolicy' is not supported; it has no",
        "backoff \"pt5m\" \"pt1h\"|the keyword 'backoff' is not supported; it has no effect",
        "Nonsense|unknown keyword 'Nonsense': correct it, or remove it",
        "odd 26 [192.0.2.1] \"a\" periodic|unknown keyword 'odd'",
        "26 27 periodic|unknown keyword '26'",
      })
  void warnsOfWhatHasNoEffect(String keywords, String warning) throws Exception {
    writePlain(keywords);
    write("etrn_access", "");
    assertThat(read().warnings()).hasSize(1);
    assertThat(read().warnings().get(0).toString())
        .startsWith("pmdf.cnf line 8: warning: ")
        .contains(warning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KEYWORDS|sendetrn|pmdf.cnf line 8: 'sendetrn' is followed by ''; expected this host's"
            + " name",
        "KEYWORDS|sendetrn mx|pmdf.cnf line 8: 'sendetrn' is followed by 'mx'; expected",
        "KEYWORDS|recipientlimit 0|pmdf.cnf line 8: 'recipientlimit' is followed by '0'; expected"
            + " a",
        "KEYWORDS|notices|pmdf.cnf line 8: 'notices' is followed by ''; expected up to five rising",
        "KEYWORDS|notices mx|pmdf.cnf line 8: 'notices' is followed by 'mx'; expected up to five",
        "KEYWORDS|notices 3 2|pmdf.cnf line 8: 'notices' is followed by '3 2'; expected up to five",
        "KEYWORDS|notices 0|pmdf.cnf line 8: 'notices' is followed by '0'; expected up to five",
        "KEYWORDS|maxjobs 0|pmdf.cnf line 8: 'maxjobs' is followed by '0'; expected a number",
        "KEYWORDS|port 0|pmdf.cnf line 8: 'port' is followed by '0'; expected a number from 1",
        "KEYWORDS|port many|pmdf.cnf line 8: 'port' is followed by 'many'; expected a number",
        "KEYWORDS|daemon smtp|pmdf.cnf line 8: 'daemon' is followed by 'smtp'; expected a host",
        "KEYWORDS|daemon -|pmdf.cnf line 8: 'daemon' is followed by '-'; expected a host",
        "tcp_branch|TCP_branch|pmdf.cnf line 12: 'TCP_branch' is not a channel name; expected up to"
            + " 32",
        "tcp_branch|tcp_local|pmdf.cnf line 12: the channel 'tcp_local' is already in line 8",
        "other.test|tcp-daemon|pmdf.cnf line 15: the host 'tcp-daemon' is already in line 9",
        "other.test|a b c|pmdf.cnf line 15: expected a host and at most one other name, but there"
            + " are 3",
        "@TCP-BRANCH|@TCP-X|pmdf.cnf line 2: no channel has the host 'TCP-X' to route to",
        "$H$D|$M|pmdf.cnf line 2: '$U%$M@TCP-BRANCH': the substitution $M is not supported",
        "$U%$H$D@TCP-BRANCH|x|pmdf.cnf line 2: 'x': expected user%domain@route",
        "$U%$H$D@TCP-BRANCH|''|pmdf.cnf line 2: '.branch.test' is not a rewrite rule; expected a"
            + " pattern",
        "tcp_local|tcp_other|pmdf.cnf line 5: there is no channel tcp_local, which sessions run as",
      })
  void saysWhereAMistakeIsAndWhatWouldBeRight(String old, String mistake, String sentence)
      throws Exception {
    write("pmdf.cnf", PLAIN.replace(old, mistake));
    assertThat(problems()).anySatisfy(problem -> assertThat(problem).startsWith(sentence));
  }

  @Test
  void saysOnceWhatIsWrongWithAKeywordAndItsArguments() throws Exception {
    writePlain("port x 26 periodic");
    assertThat(problems()).singleElement().asString().startsWith("pmdf.cnf line 8: ");
  }
}
