package dev.etrn.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.auth.Users;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that ask the server about itself: VRFY, EXPN and HELP. */
class InquiryCommandsTest {

  private static final String BASIC =
      "214 2.0.0 EHLO HELO MAIL RCPT DATA BDAT RSET NOOP VRFY HELP QUIT";

  @ParameterizedTest
  @ValueSource(
      strings = {"b@branch.example", "nobody@elsewhere.test", "postmaster", "\"a b\"", "?"})
  void saysTheSameToEveryVrfy(String name) {
    Conversation talk = Conversation.begin().send("VRFY " + name + "\r\n");
    assertThat(talk.last())
        .isEqualTo("252 2.5.0 cannot verify, but will accept mail and attempt delivery\r\n");
  }

  @Test
  void wantsANameForVrfy() {
    Conversation talk = Conversation.begin().send("VRFY\r\n");
    assertThat(talk.last()).isEqualTo("501 5.5.4 a user or mailbox must follow\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXPN", "EXPN staff", "expn postmaster@hub.example"})
  void doesNotImplementExpn(String line) {
    Conversation talk = Conversation.begin().send("EHLO c.test\r\n");
    assertThat(talk.last()).doesNotContain("EXPN");
    assertThat(talk.send(line + "\r\n").last()).startsWith("502 5.5.1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "help", "HELP ETRN", "HELP branch.example"})
  void listsTheVerbsForHelp(String line) {
    Conversation talk = Conversation.begin().send(line + "\r\n");
    assertThat(talk.last()).isEqualTo(BASIC + " ETRN\r\n");
  }

  @Test
  void listsOnlyWhatIsOfferedNow() {
    Channel incoming = Channel.of("tcp_local").accepting(EtrnMode.DISABLE, ChannelOptions.NONE);
    var security = new Security(Demand.MAY, Demand.MAY, Optional.empty(), new Users(Map.of()));
    ServerConfig config = Conversation.config().withIncoming(incoming).withSecurity(security);
    var talk = new Conversation(config, new InMemoryQueue(100));
    assertThat(talk.send("HELP\r\n").last()).isEqualTo(BASIC + " STARTTLS\r\n");
    talk.send("EHLO c.test\r\nSTARTTLS\r\n").send("HELP\r\n");
    assertThat(talk.last()).isEqualTo(BASIC + " AUTH\r\n");
  }
}
