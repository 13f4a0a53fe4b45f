package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import java.util.Locale;

/** Octets and replies as the sentences of findings show them: printable, and not too long. */
public final class PrintableText {

  private static final int LONGEST = 90;

  private PrintableText() {}

  /** What an exchange sent, in quotes, without its line end. */
  static String sent(Dialogue.Exchange exchange) {
    return "'" + octets(exchange.sent()) + "'";
  }

  /** Octets without the line end that they may have; no quotes. */
  public static String octets(Octets octets) {
    String escaped = octets.escaped();
    String line = escaped.endsWith("\\r\\n") ? escaped.substring(0, escaped.length() - 4) : escaped;
    return cut(line);
  }

  /** A reply on one line, in quotes. */
  public static String reply(Reply reply) {
    return "'" + quoted(reply) + "'";
  }

  /** A reply on one line, for quotes around it. */
  public static String quoted(Reply reply) {
    return octets(reply.raw());
  }

  /** A line of text, each char being one octet. */
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
