package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.Client;
import dev.etrn.server.config.DisconnectLimits;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.Outgoing;
import dev.etrn.server.config.OutgoingOptions.Times;
import dev.etrn.server.config.Security.Demand;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.SessionLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDirectoryTest {

  private static final String PLAIN =
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
      other.test proper.test
      """;

  @TempDir private Path directory = Path.of("");

  @Test
  void readsRulesChannelsAndOptions() throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", "AllowEtrn"));
    write(
        "tcp_local_option",
        """
        ! a comment
        ALLOW_ETRNS_PER_SESSION=4
        ALLOW_RECIPIENTS_PER_TRANSACTION=2%1100100
        allow_transactions_per_session = 16%FF
        REJECT_RECIPIENTS_PER_TRANSACTION=200
        COMMAND_RECEIVE_TIME=10
        DATA_RECEIVE_TIME=60
        COMMAND_TRANSMIT_TIME=7

        BANNER_ADDITION=hello there
        """);
    write(
        "tcp_branch_option",
        """
        ATTEMPT_TRANSACTIONS_PER_SESSION=7
        COMMAND_TRANSMIT_TIME=1
        MAIL_TRANSMIT_TIME=2
        DATA_TRANSMIT_TIME=4
        DOT_TRANSMIT_TIME=3
        """);
    write("etrn_access", "192.0.2.0/24 branch.test #tcp_branch\n");
    ConfigDirectory.Understood understood = read();
    ServerConfig config = understood.config();
    assertThat(understood.warnings()).isEmpty();
    assertThat(config.hostName()).isEqualTo("mail.home.test");
    assertThat(config.incoming().etrn()).isEqualTo(EtrnMode.ALLOW);
    assertThat(config.incoming().options().etrnsPerSession()).hasValue(4);
    assertThat(config.incoming().options().recipientsPerTransaction()).hasValue(100);
    assertThat(config.incoming().options().transactionsPerSession()).hasValue(255);
    assertThat(config.incoming().options().times())
        .isEqualTo(
            new ChannelOptions.Times(
                Optional.of(Duration.ofMinutes(10)),
                Optional.of(Duration.ofMinutes(60)),
                Optional.of(Duration.ofMinutes(7))));
    assertThat(config.incoming().options().bannerAddition()).isEqualTo("hello there");
    Channel branch = config.channel("tcp_branch").orElseThrow();
    assertThat(branch.outgoing().route().daemon()).contains("[192.0.2.1]");
    assertThat(branch.outgoing().route().port()).isEqualTo(2525);
    assertThat(branch.outgoing().sendEtrn()).contains("mail.home.test");
    assertThat(branch.outgoing().options().transactionsPerSession()).hasValue(7);
    assertThat(branch.outgoing().options().times())
        .isEqualTo(
            new Times(
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                Duration.ofMinutes(4),
                Duration.ofMinutes(3)));
    assertThat(config.routing().channelFor("a.branch.test")).contains(branch);
    Client near = Client.at(InetAddress.getByName("192.0.2.9"));
    Client far = Client.at(InetAddress.getByName("192.0.3.9"));
    assertThat(config.rights().mayRelease(near, "x.branch.test")).isTrue();
    assertThat(config.rights().mayRelease(near, "xbranch.test")).isFalse();
    assertThat(config.rights().mayRun(near, "tcp_branch")).isTrue();
    assertThat(config.rights().mayRun(far, "tcp_branch")).isFalse();
  }

  @Test
  void actsAsSilentetrnWithOneEtrnWhenNothingIsSaid() throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", ""));
    ServerConfig config = read().config();
    assertThat(config.incoming().etrn()).isEqualTo(EtrnMode.SILENT);
    assertThat(config.incoming().options().etrnsPerSession()).hasValue(1);
    assertThat(read().warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "etrn_access line 1: warning: there is no such file: every client may release every"
                + " node");
    assertThat(config.rights().mayRelease(Client.at(InetAddress.getLoopbackAddress()), "any.test"))
        .isTrue();
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

  @ParameterizedTest
  @CsvSource({
    "'',NO,MAY",
    "notls,NO,NO",
    "notlsclient,NO,NO",
    "musttlsclient,NO,MUST",
    "musttlsclient maytlsclient,NO,MAY",
    "musttlsclient notlsserver,NO,MUST",
    "musttls,MUST,MUST",
    "maytlsserver,MAY,MAY",
    "musttls notlsclient,MUST,NO",
  })
  void knowsBothSidesOfTls(String keywords, Demand server, Demand client) throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", keywords));
    write("server.crt", "");
    write("server.key", "");
    ServerConfig config = read().config();
    assertThat(config.security().tls()).isEqualTo(server);
    assertThat(config.incoming().outgoing().tls()).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource({"'',12", "notices 5,5", "notices 1 2 30 smtp,30"})
  void keepsMailAsLongAsNoticesSays(String keywords, int days) throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", keywords));
    assertThat(read().config().incoming().outgoing().returnAfter())
        .isEqualTo(Duration.ofDays(days));
    assertThat(read().warnings()).noneMatch(w -> w.toString().contains("unknown"));
  }

  @Test
  void keepsMailAsLongAsTheLocalChannelSaysElse() throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", "notices 4").replace("\nl\n", "\nl notices 7\n"));
    ServerConfig config = read().config();
    assertThat(config.incoming().outgoing().returnAfter()).isEqualTo(Duration.ofDays(4));
    assertThat(config.channel("tcp_branch").orElseThrow().outgoing().returnAfter())
        .isEqualTo(Duration.ofDays(7));
  }

  @Test
  void includesFiles() throws Exception {
    write("pmdf.cnf", "<rules\n\nl\nhome.test\n\n<channels\n");
    write("rules", ". $U%$H@TCP-DAEMON\n");
    write("channels", "tcp_local\nTCP-DAEMON\n");
    assertThat(read().config().routing().channelFor("a.test")).isPresent();
    write("rules", "<rules\n");
    assertThat(problems()).contains("rules line 1: files include each other more than 8 deep");
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
        "nonsense|unknown keyword 'nonsense'",
      })
  void warnsOfWhatHasNoEffect(String keywords, String warning) throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", keywords));
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
        "KEYWORDS|sendetrn|pmdf.cnf line 8: 'sendetrn' is followed by ''; expected this host's name",
        "KEYWORDS|sendetrn mx|pmdf.cnf line 8: 'sendetrn' is followed by 'mx'; expected",
        "KEYWORDS|recipientlimit 0|pmdf.cnf line 8: 'recipientlimit' is followed by '0'; expected a",
        "KEYWORDS|notices|pmdf.cnf line 8: 'notices' is followed by ''; expected up to five rising",
        "KEYWORDS|notices mx|pmdf.cnf line 8: 'notices' is followed by 'mx'; expected up to five",
        "KEYWORDS|notices 3 2|pmdf.cnf line 8: 'notices' is followed by '3 2'; expected up to five",
        "KEYWORDS|notices 0|pmdf.cnf line 8: 'notices' is followed by '0'; expected up to five",
        "KEYWORDS|maxjobs 0|pmdf.cnf line 8: 'maxjobs' is followed by '0'; expected a number",
        "KEYWORDS|port many|pmdf.cnf line 8: 'port' is followed by 'many'; expected a number",
        "KEYWORDS|daemon smtp|pmdf.cnf line 8: 'daemon' is followed by 'smtp'; expected a host",
        "KEYWORDS|daemon -|pmdf.cnf line 8: 'daemon' is followed by '-'; expected a host",
        "tcp_branch|TCP_branch|pmdf.cnf line 12: 'TCP_branch' is no channel name; expected up to 32",
        "tcp_branch|tcp_local|pmdf.cnf line 12: the channel 'tcp_local' stands in line 8 already",
        "other.test|tcp-daemon|pmdf.cnf line 15: the host 'tcp-daemon' stands in line 9 already",
        "other.test|a b|pmdf.cnf line 15: expected a host and at most one other name, but there are 3",
        "@TCP-BRANCH|@TCP-X|pmdf.cnf line 2: no channel has the host 'TCP-X' to route to",
        "$H$D|$M|pmdf.cnf line 2: '$U%$M@TCP-BRANCH': the substitution $M is not supported",
        "$U%$H$D@TCP-BRANCH|x|pmdf.cnf line 2: 'x': expected user%domain@route",
        "$U%$H$D@TCP-BRANCH|''|pmdf.cnf line 2: '.branch.test' is no rewrite rule; expected a pattern",
        "tcp_local|tcp_other|pmdf.cnf line 5: there is no channel tcp_local, which sessions run as",
      })
  void saysWhereAMistakeIsAndWhatWouldBeRight(String old, String mistake, String sentence)
      throws Exception {
    write("pmdf.cnf", PLAIN.replace(old, mistake));
    assertThat(problems()).anySatisfy(p -> assertThat(p).startsWith(sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "1.5", "", "1%1", "99%1", "2%12", "99999999999"})
  void saysWhichOptionIsNoNumber(String value) throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", ""));
    write("tcp_local_option", "\nALLOW_ETRNS_PER_SESSION=" + value + "\n");
    assertThat(problems())
        .anySatisfy(
            p ->
                assertThat(p)
                    .startsWith(
                        "tcp_local_option line 2: ALLOW_ETRNS_PER_SESSION is '" + value + "'"));
  }

  @Test
  void readsLimits() throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", ""));
    write("etrn_limits", "! a comment\nsessions = 300\n");
    assertThat(read().config().limits()).isEqualTo(SessionLimits.STANDARD.withSessions(300, 150));
    write("etrn_limits", "JUNK_COMMANDS_PER_SESSION=50\nREFUSALS_PER_SESSION=5\n");
    assertThat(read().config().limits())
        .isEqualTo(SessionLimits.STANDARD.withJunkCommands(50).withRefusals(5));
    write("etrn_limits", "SESSIONS_PER_ADDRESS=20\n");
    assertThat(read().config().limits()).isEqualTo(SessionLimits.STANDARD.withSessions(20_000, 20));
  }

  @Test
  void takesTheSmallerOfKeywordAndOptionForSessions() throws Exception {
    write(
        "pmdf.cnf",
        PLAIN.replace(
            "KEYWORDS",
            "transactionlimit 3 recipientlimit 9 recipientcutoff 7 disconnectbadcommandlimit 25 "
                + "disconnecttransactionlimit 4 disconnectrecipientlimit 50 disconnectrejectlimit 6"));
    write(
        "tcp_local_option",
        "ALLOW_TRANSACTIONS_PER_SESSION=2\nALLOW_RECIPIENTS_PER_TRANSACTION=10\n");
    write("etrn_access", "");
    assertThat(read().warnings()).isEmpty();
    ChannelOptions options = read().config().incoming().options();
    assertThat(options.transactionsPerSession()).hasValue(2);
    assertThat(options.recipientsPerTransaction()).hasValue(9);
    assertThat(options.rejectRecipients()).hasValue(7);
    assertThat(options.disconnect())
        .isEqualTo(
            new DisconnectLimits(
                OptionalInt.of(25), OptionalInt.of(4), OptionalInt.of(50), OptionalInt.of(6)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 4, 50",
    "maxjobs 1, 1, 50",
    "maxjobs 7 filesperjob 20, 7, 20",
    "filesperjob 5, 4, 5"
  })
  void takesHowManyJobsSendOneNodesMail(String keywords, int most, int messagesEach)
      throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", keywords));
    write("etrn_access", "");
    assertThat(read().warnings()).isEmpty();
    assertThat(read().config().incoming().outgoing().jobs())
        .isEqualTo(new Outgoing.Jobs(most, messagesEach));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SESSIONS|etrn_limits line 1: SESSIONS is ''; expected a number from 1 on",
        "SESSIONS=0|etrn_limits line 1: SESSIONS is '0'; expected a number from 1 on",
        "SESSION=1|etrn_limits line 1: 'SESSION' is no limit; expected",
      })
  void saysWhichLimitIsWrong(String line, String sentence) throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", ""));
    write("etrn_limits", line);
    assertThat(problems()).singleElement().asString().startsWith(sentence);
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
    assertThat(problems()).anySatisfy(p -> assertThat(p).contains("cannot read 'pmdf.cnf'"));
    write("pmdf.cnf", "");
    assertThat(problems()).anySatisfy(p -> assertThat(p).contains("there is no channel"));
    write("pmdf.cnf", ". $U%$H@TCP-DAEMON\n\ntcp_local\nTCP-DAEMON\n");
    assertThat(problems())
        .anySatisfy(p -> assertThat(p).contains("the first channel is 'tcp_local'"));
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
      assertThat(e.problems()).anyMatch(Problem::isError);
    } finally {
      Files.deleteIfExists(own.resolve("pmdf.cnf"));
      Files.delete(own);
    }
  }

  private ConfigDirectory.Understood read() throws ConfigurationException {
    return ConfigDirectory.read(directory, new InetSocketAddress(0));
  }

  private List<String> problems() {
    ConfigurationException e = catchThrowableOfType(ConfigurationException.class, this::read);
    return e.problems().stream().filter(Problem::isError).map(Problem::toString).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
