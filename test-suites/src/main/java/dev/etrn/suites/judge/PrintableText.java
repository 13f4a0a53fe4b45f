package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import java.util.Locale;

/** The printable form of octets and replies in the sentences of findings; it is never too long. */
public final class PrintableText {

  private static final int LONGEST = 90;

  private PrintableText() {}

  /** Returns the octets that an exchange sent, in quotes, without the line end. */
  static String sent(Dialogue.Exchange exchange) {
    return "'" + octets(exchange.sent()) + "'";
  }

  /** Returns octets without a line end at their end, and without quotes. */
  public static String octets(Octets octets) {
    String escaped = octets.escaped();
    String line = escaped.endsWith("\\r\\n") ? escaped.substring(0, escaped.length() - 4) : escaped;
    return cut(line);
  }

  /** Returns a reply on one line, in quotes. */
  public static String reply(Reply reply) {
    return "'" + quoted(reply) + "'";
  }

  /** Returns a reply on one line, for quotes around it. */
  public static String quoted(Reply reply) {
    return octets(reply.raw());
  }

  /** Returns a line of text in which each char is one octet. */
  public static String text(String line) {
    return octets(Octets.of(line));
  }

  public static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST - 20) + "... (" + text.length() + " characters)";
  }
}
