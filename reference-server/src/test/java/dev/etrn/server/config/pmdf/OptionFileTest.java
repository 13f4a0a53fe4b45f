package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.DisconnectLimits;
import dev.etrn.server.config.channel.OutgoingOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionFileTest extends WrittenConfiguration {

  @Test
  void saysWhatSessionsMayDo() throws Exception {
    writePlain("");
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
    ChannelOptions options = read().config().incoming().options();
    assertThat(options.etrnsPerSession()).hasValue(4);
    assertThat(options.recipientsPerTransaction()).hasValue(100);
    assertThat(options.transactionsPerSession()).hasValue(255);
    assertThat(options.times())
        .isEqualTo(
            new ChannelOptions.Times(
                Optional.of(Duration.ofMinutes(10)),
                Optional.of(Duration.ofMinutes(60)),
                Optional.of(Duration.ofMinutes(7))));
    assertThat(options.bannerAddition()).isEqualTo("hello there");
  }

  @Test
  void saysHowAChannelDelivers() throws Exception {
    writePlain("");
    write(
        "tcp_branch_option",
        """
        ATTEMPT_TRANSACTIONS_PER_SESSION=7
        COMMAND_TRANSMIT_TIME=1
        MAIL_TRANSMIT_TIME=2
        DATA_TRANSMIT_TIME=4
        DOT_TRANSMIT_TIME=3
        """);
    OutgoingOptions options =
        read().config().channel("tcp_branch").orElseThrow().outgoing().options();
    assertThat(options.transactionsPerSession()).hasValue(7);
    assertThat(options.times())
        .isEqualTo(
            new OutgoingOptions.Times(
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                Duration.ofMinutes(4),
                Duration.ofMinutes(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "1.5", "", "1%1", "99%1", "2%12", "99999999999"})
  void saysWhichOptionIsNoNumber(String value) throws Exception {
    writePlain("");
    write("tcp_local_option", "\nALLOW_ETRNS_PER_SESSION=" + value + "\n");
    assertThat(problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "tcp_local_option line 2: ALLOW_ETRNS_PER_SESSION is '" + value + "'"));
  }

  @Test
  void countsWhereItIsSmallerThanTheKeyword() throws Exception {
    writePlain(
        "transactionlimit 3 recipientlimit 9 recipientcutoff 7 disconnectbadcommandlimit 25 "
            + "disconnecttransactionlimit 4 disconnectrecipientlimit 50 disconnectrejectlimit 6");
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
}
