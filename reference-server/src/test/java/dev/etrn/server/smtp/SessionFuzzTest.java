package dev.etrn.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.auth.PasswordHash;
import dev.etrn.server.auth.Users;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.SessionLimits;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import dev.etrn.server.wire.SmtpReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** The session with input that follows the grammar in part, cut anywhere. */
@Tag("slow")
class SessionFuzzTest {

  private static final int MESSAGE_OCTETS = 2000;

  /** The users, with hashes of one iteration, since many passwords are tried. */
  private static final Users USERS =
      new Users(
          Map.of(
              "b",
              PasswordHash.parse("pbkdf2:1:c2FsdA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                  .orElseThrow()));

  private static final String TRUST = "EHLO c.test\r\nSTARTTLS\r\n";

  @Property(tries = 1000)
  void answersEachCommandOnceAndAlikeHoweverTheInputIsCut(
      @ForAll("inputs") String input, @ForAll long cuts, @ForAll boolean encrypted) {
    Conversation whole = begin(encrypted).send(input);
    Conversation cut = cut(begin(encrypted), input, new Random(cuts));
    assertThat(texts(cut)).isEqualTo(texts(whole));
    assertThat(waiting(cut)).isEqualTo(waiting(whole));
    assertThat(whole.replies()).allSatisfy(SessionFuzzTest::checkShape);
    List<SmtpReply> replies = whole.replies();
    int before = encrypted ? 2 : 0;
    ReplyCount.check(
        input, replies.subList(before, replies.size()), BuiltInConfig.ETRNS_PER_SESSION);
  }

  /** The position of a cut decides how much input after STARTTLS is discarded (TLS-004). */
  @Property(tries = 300)
  void answersInShapeWhenTlsBeginsAnywhere(@ForAll("inputs") String input, @ForAll long cuts) {
    Conversation cut = cut(new Conversation(config(), queue()), input, new Random(cuts));
    assertThat(cut.replies()).allSatisfy(SessionFuzzTest::checkShape);
    assertThat(cut.codes().stream().filter(code -> code == 251 || code == 253).count())
        .isLessThanOrEqualTo(BuiltInConfig.ETRNS_PER_SESSION);
  }

  @Provide
  Arbitrary<String> inputs() {
    Arbitrary<String> command =
        Arbitraries.of(
            "EHLO c.test",
            "HELO c.test",
            "MAIL FROM:<a@c.test>",
            "MAIL FROM:<> SIZE=9999",
            "RCPT TO:<b@branch.example>",
            "RCPT TO:<c@elsewhere.test>",
            "DATA",
            "RSET",
            "NOOP",
            "VRFY a",
            "HELP",
            "ETRN branch.example",
            "ETRN @idle.example",
            "ETRN #tcp_branch",
            "etrn denied.example",
            "ETRN",
            "ETRN a\0.test",
            "ETRN \u00e4.test",
            "STARTTLS",
            "AUTH LOGIN",
            "AUTH PLAIN",
            "AUTH PLAIN AGIAYw==",
            "AGIAYw==",
            "Yg==",
            "*",
            "=",
            "BDAT 5",
            "BDAT 0 LAST",
            "BDAT 1500",
            "BDAT 40 last",
            ".",
            "..",
            "\u00ff\0\u0001");
    Arbitrary<String> end =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.just("\r\n")),
            Tuple.of(3, Arbitraries.of("\n", "\r", "\r\r\n", "\n\r", "\0\r\n", " \t\r\n", "")));
    Arbitrary<String> noise = Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(40);
    Arbitrary<String> longLine =
        Arbitraries.integers()
            .between(480, 560)
            .map(length -> "ETRN branch.example" + "x".repeat(length) + "\r\n");
    Arbitrary<String> chunk =
        Arbitraries.strings()
            .withChars('x', '\r', '\n', '.')
            .ofMaxLength(30)
            .map(content -> "BDAT " + content.length() + " LAST\r\n" + content);
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            Tuple.of(30, command.flatMap(text -> end.map(text::concat))),
            Tuple.of(3, noise),
            Tuple.of(1, longLine),
            Tuple.of(3, chunk),
            Tuple.of(
                3, Arbitraries.of("\r\n.\r\n", ".\r\n", "x\n.\r\nx", "\r\n.\r", "x".repeat(2500))),
            Tuple.of(4, Arbitraries.just(envelope())),
            Tuple.of(2, Arbitraries.just(envelope() + "DATA\r\nx\r\n.\r\n")),
            Tuple.of(1, Arbitraries.of("QUIT\r\n", "BDAT x\r\n")));
    return piece.list().ofMinSize(1).ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  private static String envelope() {
    return "RSET\r\nEHLO c.test\r\nMAIL FROM:<a@c.test>\r\nRCPT TO:<b@branch.example>\r\n";
  }

  private static Conversation begin(boolean encrypted) {
    return encrypted
        ? new Conversation(config(), queue()).send(TRUST)
        : new Conversation(
            Conversation.config().withLimits(limits()).withSecurity(Security.NONE), queue());
  }

  private static ServerConfig config() {
    return Conversation.config()
        .withLimits(limits())
        .withSecurity(new Security(Demand.MAY, Demand.MAY, Optional.empty(), USERS));
  }

  private static SessionLimits limits() {
    return SessionLimits.STANDARD.withMessageOctets(MESSAGE_OCTETS).withRefusals(25);
  }

  private static InMemoryQueue queue() {
    return new InMemoryQueue(2 * MESSAGE_OCTETS);
  }

  private static Conversation cut(Conversation talk, String input, Random random) {
    int limit = 1 + random.nextInt(80);
    for (int start = 0; start < input.length(); ) {
      int end = Math.min(input.length(), start + 1 + random.nextInt(limit));
      talk.send(input.substring(start, end));
      start = end;
    }
    return talk;
  }

  private static void checkShape(SmtpReply reply) {
    String text = reply.toString();
    assertThat(text).matches("([2-5]\\d\\d[ -][\\x20-\\x7E]*\r\n)+");
    assertThat(text.split("(?<=\n)")).allMatch(line -> line.length() <= 512);
  }

  private static List<String> texts(Conversation talk) {
    return talk.replies().stream().map(SmtpReply::toString).toList();
  }

  private static long waiting(Conversation talk) {
    return talk.queue().waiting(new QueueSelection.Node("branch.example"));
  }
}
