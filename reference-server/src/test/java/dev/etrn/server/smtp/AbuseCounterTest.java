package dev.etrn.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.SessionLimits;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.DisconnectLimits;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits on abuse in a session. */
class AbuseCounterTest {

  private static final String MAIL = "MAIL FROM:<a@c.test>\r\n";
  private static final String RCPT = "RCPT TO:<b@branch.example>\r\n";
  private static final String BAD_RCPT = "RCPT TO:<b@elsewhere.test>\r\n";
  private static final OptionalInt NONE = OptionalInt.empty();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOOP",
        "RSET",
        "HELP",
        "VRFY a",
        "EXPN a",
        "EHLO c.test",
        "HELO c.test",
        "ETRN idle.example"
      })
  void endsInPlaceOfOneJunkCommandTooMany(String command) {
    Conversation talk = withJunkCommands(4).send((command + "\r\n").repeat(4));
    assertThat(talk.isClosed()).isFalse();
    talk.send(command + "\r\n");
    assertThat(talk.codes()).hasSize(6).endsWith(421);
    assertThat(talk.isClosed()).isTrue();
  }

  @Test
  void countsJunkFromTheLastAcceptedMessageOn() {
    String noops = "NOOP\r\n".repeat(3);
    Conversation talk = withJunkCommands(4).send("EHLO c.test\r\n" + noops);
    talk.send(MAIL + RCPT + "DATA\r\nx\r\n.\r\n" + noops + "NOOP\r\n");
    assertThat(talk.isClosed()).isFalse();
    talk.send("NOOP\r\n");
    assertThat(talk.codes()).endsWith(250, 421);
  }

  @Test
  void limitsNoJunkWhenNothingIsSaid() {
    Conversation talk = Conversation.begin().send("NOOP\r\n".repeat(100_000));
    assertThat(talk.codes()).hasSize(100_001).endsWith(250);
  }

  @Test
  void endsAfterTheChannelsBadCommands() {
    Conversation talk = ending(OptionalInt.of(3), NONE, NONE, NONE).send("bad\r\n".repeat(5));
    assertThat(talk.codes()).containsExactly(220, 500, 500, 500, 421);
  }

  @Test
  void endsAtMailOrRsetAfterTheChannelsTransactions() {
    Conversation talk = ending(NONE, OptionalInt.of(2), NONE, NONE).send("EHLO c.test\r\n");
    talk.send(MAIL + "RSET\r\n" + MAIL + RCPT + "DATA\r\nx\r\n.\r\nNOOP\r\n" + MAIL);
    assertThat(talk.codes()).containsExactly(220, 250, 250, 250, 250, 250, 354, 250, 250, 421);
  }

  @Test
  void endsAtMailOrRsetAfterTheChannelsRecipients() {
    Conversation talk = ending(NONE, NONE, OptionalInt.of(2), NONE).send("EHLO c.test\r\n");
    talk.send(MAIL + RCPT.repeat(3) + "RSET\r\n");
    assertThat(talk.codes()).containsExactly(220, 250, 250, 250, 250, 250, 421);
  }

  @Test
  void endsAtMailOrRsetAfterTheChannelsRefusedRecipients() {
    Conversation talk = ending(NONE, NONE, NONE, OptionalInt.of(2)).send("EHLO c.test\r\n");
    talk.send(MAIL + BAD_RCPT.repeat(2) + RCPT + "RSET\r\n");
    assertThat(talk.codes()).containsExactly(220, 250, 250, 550, 550, 250, 421);
  }

  private static Conversation withJunkCommands(int limit) {
    ServerConfig config =
        Conversation.config().withLimits(SessionLimits.STANDARD.withJunkCommands(limit));
    return new Conversation(config, new InMemoryQueue(9999));
  }

  private static Conversation ending(
      OptionalInt badCommands,
      OptionalInt transactions,
      OptionalInt recipients,
      OptionalInt rejects) {
    var options =
        new ChannelOptions(
            NONE,
            NONE,
            NONE,
            NONE,
            ChannelOptions.Times.NONE,
            new DisconnectLimits(badCommands, transactions, recipients, rejects),
            "");
    Channel incoming = Channel.of("tcp_local").accepting(EtrnMode.SILENT, options);
    return new Conversation(Conversation.config().withIncoming(incoming), new InMemoryQueue(9999));
  }
}
