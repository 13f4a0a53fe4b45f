package dev.etrn.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.SessionLimits;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.DisconnectLimits;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

  private static final String WHOLE =
      "EHLO c.test\r\nETRN branch.example\r\nMAIL FROM:<a@c.test>\r\nETRN branch.example\r\n"
          + "RCPT TO:<b@branch.example>\r\nDATA\r\nETRN x\r\n..\r\n.\r\nETRN branch.example\r\n"
          + "NOOP\r\nbad\r\nQUIT\r\n";

  @Test
  void greetsAndAnnouncesEtrn() {
    Conversation talk = Conversation.begin().send("EHLO c.test\r\n");
    assertThat(talk.codes()).containsExactly(220, 250);
    assertThat(talk.last()).contains("250 ETRN\r\n");
  }

  @Test
  void answersEachCommandOfOneWriteInOrder() {
    assertThat(Conversation.begin().send(WHOLE).codes())
        .containsExactly(220, 250, 251, 250, 503, 250, 354, 250, 253, 250, 500, 221);
  }

  @Property
  void answersAlikeHoweverTheInputIsCut(@ForAll @IntRange(min = 1, max = 60) int piece) {
    Conversation talk = Conversation.begin();
    for (int start = 0; start < WHOLE.length(); start += piece) {
      talk.send(WHOLE.substring(start, Math.min(WHOLE.length(), start + piece)));
    }
    assertThat(talk.codes()).isEqualTo(Conversation.begin().send(WHOLE).codes());
  }

  @Property
  void survivesAnyOctets(@ForAll @Size(max = 2000) byte[] octets) {
    Conversation talk = Conversation.begin();
    talk.send("EHLO c.test\r\n" + new String(octets, StandardCharsets.ISO_8859_1) + "\r\n");
    assertThat(talk.codes()).startsWith(220, 250).doesNotContain(451);
  }

  @Test
  void keepsTheTransactionWhenEtrnIsRefusedInIt() {
    Conversation talk =
        Conversation.begin()
            .send("EHLO c.test\r\nMAIL FROM:<a@c.test>\r\nETRN branch.example\r\n")
            .send("RCPT TO:<b@branch.example>\r\nDATA\r\nx\r\n.\r\n");
    assertThat(talk.codes()).endsWith(503, 250, 354, 250);
    assertThat(talk.queue().waiting(new QueueSelection.Node("branch.example"))).isEqualTo(1);
  }

  @Test
  void countsEtrnsAcrossRsetAndEhlo() {
    Conversation talk = Conversation.begin();
    for (int i = 0; i < 10; i++) {
      talk.send("EHLO c.test\r\nETRN branch.example\r\nRSET\r\n");
    }
    talk.send("EHLO c.test\r\nETRN branch.example\r\n");
    assertThat(talk.last()).startsWith("458 ");
  }

  @Test
  void stampsAndQueuesAMessageForEachNode() {
    Conversation talk =
        Conversation.begin()
            .send("EHLO c.test\r\nMAIL FROM:<>\r\nRCPT TO:<b@branch.example>\r\n")
            .send(
                "RCPT TO:<c@branch.example>\r\nRCPT TO:<d@sibling.example>\r\nDATA\r\nx\r\n.\r\n");
    var stored = talk.queue().claim("branch.example", 10);
    assertThat(stored).hasSize(1);
    assertThat(stored.get(0).recipients()).containsExactly("b@branch.example", "c@branch.example");
    assertThat(new String(stored.get(0).content(), StandardCharsets.US_ASCII))
        .matches(
            "(?s)Received: from c.test \\(\\[127.0.0.1]\\)\r\n"
                + "\tby hub.example .* [+]0000\r\n"
                + "x\r\n");
    assertThat(talk.queue().waiting(new QueueSelection.Node("sibling.example"))).isEqualTo(1);
  }

  @Test
  void refusesMailBeforeEhloAndRelayToStrangers() {
    assertThat(Conversation.begin().send("MAIL FROM:<a@c.test>\r\n").codes()).endsWith(503);
    assertThat(
            Conversation.begin()
                .send("EHLO c.test\r\nMAIL FROM:<a@c.test>\r\nRCPT TO:<a@elsewhere.test>\r\n")
                .codes())
        .endsWith(550);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Postmaster", "postMASTER", "postmaster@hub.example", "POSTMASTER@HUB.EXAMPLE"})
  void keepsMailToItsPostmasterInTheLocalChannel(String recipient) {
    Conversation talk =
        Conversation.begin()
            .send("EHLO c.test\r\nMAIL FROM:<>\r\nRCPT TO:<" + recipient + ">\r\n")
            .send("DATA\r\nx\r\n.\r\n");
    assertThat(talk.codes()).endsWith(250, 354, 250);
    var stored = talk.queue().claim("hub.example", 10);
    assertThat(stored).hasSize(1);
    assertThat(stored.get(0).channel()).isEqualTo(Channel.LOCAL);
    assertThat(stored.get(0).recipients().get(0)).isEqualToIgnoringCase("postmaster@hub.example");
  }

  @Test
  void takesNoOtherMailForItself() {
    Conversation talk = Conversation.begin().send("EHLO c.test\r\nMAIL FROM:<>\r\n");
    talk.send("RCPT TO:<a@hub.example>\r\nRCPT TO:<postmaster@x.hub.example>\r\n");
    talk.send("RCPT TO:<postmasters>\r\nRSET\r\nMAIL FROM:<Postmaster>\r\n");
    talk.send("ETRN hub.example\r\nETRN #l\r\n");
    assertThat(talk.codes()).endsWith(550, 550, 501, 250, 501, 459, 459);
  }

  @Test
  void answers452WhenTheQueueIsFull() {
    var talk = new Conversation(Conversation.config(), new InMemoryQueue(10));
    talk.send(
        "EHLO c.test\r\nMAIL FROM:<a@c.test>\r\nRCPT TO:<b@branch.example>\r\nDATA\r\nx\r\n.\r\n");
    assertThat(talk.last()).startsWith("452 ");
  }

  @Test
  void answers552ToALargeMessageAndGoesOn() {
    var limits = SessionLimits.STANDARD.withMessageOctets(100);
    var talk = new Conversation(Conversation.config().withLimits(limits), new InMemoryQueue(9999));
    talk.send("EHLO c.test\r\nMAIL FROM:<a@c.test> SIZE=101\r\nMAIL FROM:<a@c.test>\r\n")
        .send("RCPT TO:<b@branch.example>\r\nDATA\r\n" + "x".repeat(200) + "\r\n.\r\nNOOP\r\n");
    assertThat(talk.codes()).containsExactly(220, 250, 552, 250, 250, 354, 552, 250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\n.\r\nETRN branch.example", "\n.\nb"})
  void refusesContentWithABareLineEnd(String content) {
    Conversation talk =
        Conversation.begin()
            .send("EHLO c.test\r\nMAIL FROM:<a@c.test>\r\nRCPT TO:<b@branch.example>\r\n")
            .send("DATA\r\n" + content + "\r\n.\r\n");
    // SEC-017
    assertThat(talk.last()).startsWith("554 5.6.0 ");
    assertThat(talk.send("ETRN branch.example\r\n").codes()).endsWith(354, 554, 251);
  }

  @Test
  void endsWith421AfterTooManyErrors() {
    Conversation talk = Conversation.begin().send("bad\r\n".repeat(300));
    assertThat(talk.last()).startsWith("421 ");
    assertThat(talk.isClosed()).isTrue();
    assertThat(talk.codes()).hasSize(202);
  }

  @Test
  void says421WhenTheServerEndsOrThePeerIsIdle() {
    Conversation ended = Conversation.begin();
    ended.session().shutDown();
    Conversation idle = Conversation.begin();
    idle.session().timeOut();
    assertThat(ended.last()).startsWith("421 4.3.2 ");
    assertThat(idle.last()).startsWith("421 4.4.2 ");
    assertThat(ended.isClosed() && idle.isClosed()).isTrue();
  }

  /** SEC-035: a client that is told 421 sends the message again. */
  @Test
  void answersAMessageThatIsBeingStoredBeforeItShutsDown() {
    var stored = new CompletableFuture<Void>();
    Conversation talk =
        new Conversation(Conversation.config(), queue(stored), new InMemoryQueue(1))
            .send("EHLO c.test\r\nMAIL FROM:<a@c.test>\r\nRCPT TO:<b@branch.example>\r\n")
            .send("DATA\r\nx\r\n.\r\n");
    talk.session().shutDown();
    assertThat(talk.codes()).endsWith(354);
    assertThat(talk.isClosed()).isFalse();
    stored.complete(null);
    assertThat(talk.codes()).endsWith(354, 250, 421);
    assertThat(talk.isClosed()).isTrue();
  }

  private static MessageQueue queue(CompletableFuture<Void> stored) {
    return new MessageQueue() {
      @Override
      public CompletableFuture<Void> enqueue(IncomingMessage submission) {
        return stored;
      }

      @Override
      public long waiting(QueueSelection selection) {
        return 0;
      }
    };
  }

  @Test
  void limitsTransactionsRecipientsAndAddsToTheBanner() {
    var options =
        new ChannelOptions(
            OptionalInt.of(1),
            OptionalInt.of(2),
            OptionalInt.of(3),
            OptionalInt.of(2),
            ChannelOptions.Times.NONE,
            DisconnectLimits.NONE,
            "be kind");
    Channel incoming = Channel.of("tcp_local").accepting(EtrnMode.SILENT, options);
    var talk =
        new Conversation(Conversation.config().withIncoming(incoming), new InMemoryQueue(9999));
    assertThat(talk.last()).endsWith("server be kind\r\n");
    String rcpt = "RCPT TO:<b@branch.example>\r\n";
    talk.send("EHLO c.test\r\nMAIL FROM:<a@c.test>\r\n" + rcpt.repeat(4) + "DATA\r\n");
    assertThat(talk.codes()).endsWith(250, 250, 250, 250, 452, 451);
    talk.send("MAIL FROM:<a@c.test>\r\nRSET\r\nMAIL FROM:<a@c.test>\r\n");
    assertThat(talk.codes()).endsWith(250, 250, 451);
    assertThat(talk.queue().waiting(new QueueSelection.Node("branch.example"))).isZero();
  }
}
