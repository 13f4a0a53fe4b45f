package dev.etrn.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.wire.SmtpReply;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes through what a client sent and what it was answered, and knows which octets are a command
 * line, a response or content from the replies alone: each has exactly one reply.
 *
 * <p>Written apart from the session's own framing, and by simpler means, to check it.
 */
final class ReplyCount {

  private static final Pattern CHUNK = Pattern.compile("(?i)BDAT +(\\d{1,18})( +LAST)?[ \t]*");
  private static final int LONGEST = 510;

  private enum Next {
    COMMAND,
    RESPONSE,
    CONTENT
  }

  private final String sent;
  private int at;
  private Next next = Next.COMMAND;
  private boolean inTransaction;
  private int etrns;

  private ReplyCount(String sent) {
    this.sent = sent;
  }

  /** Fails unless the replies, the greeting first, are those of what was sent. */
  static void check(String sent, List<SmtpReply> replies, int mostEtrns) {
    var count = new ReplyCount(sent);
    boolean isOver = false;
    for (SmtpReply reply : replies.subList(1, replies.size())) {
      assertThat(isOver).as("a reply after the last one: %s", reply).isFalse();
      isOver = reply.code() == 421 || reply.code() == 221;
      if (reply.code() != 421) {
        count.take(reply);
      }
    }
    assertThat(isOver || !count.hasMore()).as("octet %d on has no reply", count.at).isTrue();
    assertThat(count.etrns).isLessThanOrEqualTo(mostEtrns);
  }

  private void take(SmtpReply reply) {
    assertThat(hasMore()).as("%s answers nothing after octet %d", reply, at).isTrue();
    if (next == Next.CONTENT) {
      at = endOfContent();
      inTransaction = false;
      next = Next.COMMAND;
      return;
    }
    int end = sent.indexOf("\r\n", at);
    String line = sent.substring(at, end);
    at = end + 2;
    if (line.length() > LONGEST) {
      assertThat(reply.code()).isEqualTo(500);
    } else if (next == Next.RESPONSE) {
      next = reply.code() == 334 ? Next.RESPONSE : Next.COMMAND;
    } else {
      command(line, reply.code());
    }
  }

  private void command(String line, int code) {
    Matcher chunk = CHUNK.matcher(line);
    if (chunk.matches()) {
      at += Integer.parseInt(chunk.group(1));
      inTransaction &= code == 503 || (code == 250 && chunk.group(2) == null);
    }
    next = code == 334 ? Next.RESPONSE : code == 354 ? Next.CONTENT : Next.COMMAND;
    boolean isAccepted = code / 10 == 25;
    switch (line.split("[\\x00-\\x20]", 2)[0].toUpperCase(Locale.ROOT)) {
      case "MAIL" -> inTransaction |= isAccepted;
      case "RSET", "EHLO", "HELO" -> inTransaction &= !isAccepted;
      case "ETRN" -> {
        // ETRN-011
        assertThat(isAccepted && inTransaction).as("ETRN in a transaction: %d", code).isFalse();
        etrns += isAccepted ? 1 : 0;
      }
      default -> assertThat(code).isBetween(200, 599);
    }
  }

  /** Whether there is a whole line, chunk or content that has no reply yet. */
  private boolean hasMore() {
    if (next == Next.CONTENT) {
      return endOfContent() > 0;
    }
    int end = sent.indexOf("\r\n", at);
    if (end < 0) {
      return false;
    }
    Matcher chunk = CHUNK.matcher(sent.substring(at, end));
    boolean isChunk = next == Next.COMMAND && end - at <= LONGEST && chunk.matches();
    return !isChunk || end + 2 + Long.parseLong(chunk.group(1)) <= sent.length();
  }

  private int endOfContent() {
    if (sent.startsWith(".\r\n", at)) {
      return at + 3;
    }
    int end = sent.indexOf("\r\n.\r\n", at);
    return end < 0 ? -1 : end + 5;
  }
}
