package dev.etrn.load.protocol;

import java.util.Optional;

/** Joins the lines of replies (RFC 5321 section 4.2.1). */
final class ReplyLines {

  private static final int CODE = 3;
  private static final int MOST_LINES = 1000;

  private String first = "";
  private int lines;

  /** The reply that ends with {@code line}; empty when more lines of it follow. */
  Optional<Outcome> add(String line) {
    if (!isReplyLine(line) || ++lines > MOST_LINES) {
      return Optional.of(Outcome.MALFORMED);
    }
    if (lines == 1) {
      first = line.length() > CODE ? line.substring(CODE + 1) : "";
    }
    if (line.length() > CODE && line.charAt(CODE) == '-') {
      return Optional.empty();
    }
    lines = 0;
    return Optional.of(Outcome.reply(Integer.parseInt(line.substring(0, CODE)), first));
  }

  private static boolean isReplyLine(String line) {
    if (line.length() < CODE) {
      return false;
    }
    for (int i = 0; i < CODE; i++) {
      if (line.charAt(i) < '0' || line.charAt(i) > '9') {
        return false;
      }
    }
    return line.length() == CODE || line.charAt(CODE) == ' ' || line.charAt(CODE) == '-';
  }
}
