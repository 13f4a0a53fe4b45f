package dev.etrn.suites.wire.client;

/** The form of a message's body, with features that a relay could damage. */
public enum MessageForm {
  /** Lines below 78 octets of US-ASCII, one of which begins with a dot. */
  PLAIN(
      "A message of the ETRN harness.\r\n"
          + ".This line begins with a dot.\r\n"
          + "\r\n"
          + "Its last line.\r\n"),

  /** Lines of one dot, lines that begin with dots, long lines, and an empty line at the end. */
  DOT_LINES(
      "A message of the ETRN harness.\r\n"
          + ".\r\n"
          + "..\r\n"
          + "..Two dots and a word.\r\n"
          + "\r\n"
          + "x".repeat(990)
          + "\r\n"
          + "."
          + "y".repeat(989)
          + "\r\n"
          + ".\r\n"
          + "\r\n"),

  /** UTF-8 and other octets above 127, sent with BODY=8BITMIME (RFC 6152). */
  EIGHT_BIT(
      "A message of the ETRN harness.\r\n"
          + "\u00c3\u00a4\u00c3\u00b6\u00c3\u00bc \u00e2\u0082\u00ac\r\n"
          + "\u00a0\u00ff\u0080\r\n");

  private final String body;

  MessageForm(String body) {
    this.body = body;
  }

  /** Returns the body; each character is one octet. */
  String body() {
    return body;
  }

  boolean isEightBit() {
    return this == EIGHT_BIT;
  }
}
