package dev.etrn.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.wire.SmtpReply;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The check of replies against the client's input. From the replies alone it knows which octets are
 * a command line, a response or content: each has exactly one reply.
 *
 * <p>It is independent of the session's own framing, and simpler, in order to check it.
 */
final class ReplyCount {

  private static final Pattern CHUNK = Pattern.compile("(?i)BDAT +(\\d{1,18})( +LAST)?[ \t]*");
  private static final int LONGEST = 510;

  private enum Next {
    COMMAND,
    RESPONSE,
    CONTENT
  }

  private final String input;
  private int position;
  private Next next = Next.COMMAND;
  private boolean inTransaction;
  private int etrns;

  private ReplyCount(String input) {
    this.input = input;
  }

  /** Fails unless the replies, the greeting first, match the input. */
  static void check(String input, List<SmtpReply> replies, int mostEtrns) {
    var count = new ReplyCount(input);
    boolean isOver = false;
    for (SmtpReply reply : replies.subList(1, replies.size())) {
      assertThat(isOver).as("a reply after the last one: %s", reply).isFalse();
      isOver = reply.code() == 421 || reply.code() == 221;
      if (reply.code() != 421) {
        count.take(reply);
      }
    }
    assertThat(isOver || !count.hasMore()).as("octet %d on has no reply", count.position).isTrue();
    assertThat(count.etrns).isLessThanOrEqualTo(mostEtrns);
  }

  private void take(SmtpReply reply) {
    assertThat(hasMore()).as("%s answers nothing after octet %d", reply, position).isTrue();
    if (next == Next.CONTENT) {
      position = endOfContent();
      inTransaction = false;
      next = Next.COMMAND;
      return;
    }
    int end = input.indexOf("\r\n", position);
    String line = input.substring(position, end);
    position = end + 2;
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
      position += Integer.parseInt(chunk.group(1));
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

  /** Returns true if there is a whole line, chunk or content without a reply. */
  private boolean hasMore() {
    if (next == Next.CONTENT) {
      return endOfContent() > 0;
    }
    int end = input.indexOf("\r\n", position);
    if (end < 0) {
      return false;
    }
    Matcher chunk = CHUNK.matcher(input.substring(position, end));
    boolean isChunk = next == Next.COMMAND && end - position <= LONGEST && chunk.matches();
    return !isChunk || end + 2 + Long.parseLong(chunk.group(1)) <= input.length();
  }

  private int endOfContent() {
    if (input.startsWith(".\r\n", position)) {
      return position + 3;
    }
    int end = input.indexOf("\r\n.\r\n", position);
    return end < 0 ? -1 : end + 5;
  }
}
