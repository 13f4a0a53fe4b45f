package dev.etrn.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.SessionLimits;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The BDAT command (RFC 3030). */
class ChunkingTest {

  private static final String ENVELOPE =
      "EHLO c.test\r\nMAIL FROM:<a@c.test>\r\nRCPT TO:<b@branch.example>\r\n";

  /** The content with everything that would end it after DATA, and with commands. */
  private static final String TRAP = "..\r\n.\r\nETRN branch.example\r\n.x\r\n";

  private static final String WHOLE =
      ENVELOPE
          + bdat(TRAP, "")
          + "ETRN branch.example\r\n"
          + "BDAT 0\r\n"
          + bdat("\r\n" + TRAP, " LAST")
          + "ETRN branch.example\r\nBDAT 3 LAST\r\nhi\rQUIT\r\n";

  @Test
  void announcesChunking() {
    assertThat(Conversation.begin().send("EHLO c.test\r\n").last()).contains("250-CHUNKING\r\n");
  }

  @Test
  void storesTheOctetsOfAllChunksAsTheyAre() {
    Conversation talk = Conversation.begin().send(WHOLE);
    assertThat(talk.codes()).containsExactly(220, 250, 250, 250, 250, 503, 250, 250, 253, 503, 221);
    assertThat(stored(talk)).endsWith("\r\n" + TRAP + "\r\n" + TRAP);
  }

  @Property
  void answersAlikeHoweverTheInputIsCut(@ForAll @IntRange(min = 1, max = 200) int piece) {
    Conversation talk = Conversation.begin();
    for (int start = 0; start < WHOLE.length(); start += piece) {
      talk.send(WHOLE.substring(start, Math.min(WHOLE.length(), start + piece)));
    }
    Conversation atOnce = Conversation.begin().send(WHOLE);
    assertThat(talk.codes()).isEqualTo(atOnce.codes());
    assertThat(stored(talk)).endsWith(TRAP + "\r\n" + TRAP);
  }

  @Test
  void readsARefusedChunkToItsEnd() {
    Conversation talk = Conversation.begin().send("EHLO c.test\r\n" + bdat(TRAP, ""));
    talk.send("MAIL FROM:<a@c.test>\r\n" + bdat(TRAP, " LAST"));
    talk.send("RCPT TO:<b@branch.example>\r\n" + bdat("x", " last"));
    assertThat(talk.codes()).containsExactly(220, 250, 503, 250, 503, 250, 250);
    assertThat(waiting(talk)).isEqualTo(1);
  }

  @Test
  void answersEtrnBetweenChunksWith503() {
    Conversation talk = Conversation.begin().send(ENVELOPE + bdat("x", ""));
    talk.send("ETRN branch.example\r\n");
    assertThat(talk.codes()).endsWith(250, 503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATA", "RCPT TO:<c@branch.example>", "MAIL FROM:<c@c.test>"})
  void takesNothingElseOfATransactionAfterItsFirstChunk(String command) {
    Conversation talk = Conversation.begin().send(ENVELOPE + bdat("x", "") + command + "\r\n");
    assertThat(talk.codes()).endsWith(250, 503);
    assertThat(talk.send(bdat("y", " LAST")).codes()).endsWith(250);
    assertThat(stored(talk)).endsWith("\r\nxy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSET", "EHLO c.test"})
  void forgetsChunksWhenTheTransactionIsReset(String command) {
    Conversation talk = Conversation.begin().send(ENVELOPE + bdat("old", "") + command + "\r\n");
    talk.send(bdat("x", " LAST") + ENVELOPE + bdat("new", " LAST"));
    assertThat(talk.codes()).endsWith(250, 503, 250, 250, 250, 250);
    assertThat(stored(talk)).endsWith("\r\nnew");
  }

  @Test
  void refusesMoreThanItsSizeOverAllChunksAndReadsThem() {
    var limits = SessionLimits.STANDARD.withMessageOctets(100);
    var talk = new Conversation(Conversation.config().withLimits(limits), new InMemoryQueue(9999));
    talk.send(ENVELOPE + bdat("x".repeat(60), "") + bdat("y".repeat(60), ""));
    talk.send("ETRN branch.example\r\n" + bdat("z".repeat(60), " LAST") + "NOOP\r\n");
    assertThat(talk.codes()).endsWith(250, 250, 552, 251, 503, 250);
    talk.send(ENVELOPE + bdat("x".repeat(40), "") + bdat("y".repeat(60), " LAST"));
    assertThat(talk.codes()).endsWith(250, 250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\r\n", "a\rb\r\n", "a\n.\nb", "\n", "\r", "a\r\r\n"})
  void refusesContentWithABareLineEnd(String content) {
    Conversation talk = Conversation.begin().send(ENVELOPE + bdat(content, " LAST"));
    assertThat(talk.last()).startsWith("554 5.6.0 ");
    assertThat(waiting(talk)).isZero();
    assertThat(talk.send("ETRN branch.example\r\n").codes()).endsWith(251);
  }

  @Test
  void takesALineEndThatTwoChunksShare() {
    Conversation talk =
        Conversation.begin().send(ENVELOPE + bdat("a\r", "") + bdat("\nb", " LAST"));
    assertThat(talk.codes()).endsWith(250, 250);
    assertThat(stored(talk)).endsWith("\r\na\r\nb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " x", " -1", " 1 FIRST", " 1 LAST now", " 1LAST", " 1234567890123456789"})
  void endsASessionThatGivesNoSize(String argument) {
    Conversation talk =
        Conversation.begin().send(ENVELOPE + "BDAT" + argument + "\r\nETRN branch.example\r\n");
    assertThat(talk.codes()).endsWith(250, 501, 421);
    assertThat(talk.isClosed()).isTrue();
  }

  private static String bdat(String content, String last) {
    return "BDAT " + content.length() + last + "\r\n" + content;
  }

  private static long waiting(Conversation talk) {
    return talk.queue().waiting(new QueueSelection.Node("branch.example"));
  }

  private static String stored(Conversation talk) {
    var messages = talk.queue().claim("branch.example", 10);
    assertThat(messages).hasSize(1);
    return new String(messages.get(0).content(), StandardCharsets.ISO_8859_1);
  }
}
