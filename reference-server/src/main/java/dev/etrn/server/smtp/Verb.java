package dev.etrn.server.smtp;

import org.jspecify.annotations.Nullable;

/** The verbs of the known commands, in any case (ETRN-044); the most frequent first. */
enum Verb {
  ETRN,
  EHLO,
  HELO,
  MAIL,
  RCPT,
  DATA,
  BDAT,
  RSET,
  STARTTLS,
  AUTH,
  QUIT,
  NOOP,
  VRFY,
  HELP;

  private static final Verb[] ALL = values();

  /** Returns the verb that the first {@code length} octets of a line spell, or null. */
  static @Nullable Verb of(byte[] line, int length) {
    for (Verb verb : ALL) {
      if (verb.isSpelled(line, length)) {
        return verb;
      }
    }
    return null;
  }

  private boolean isSpelled(byte[] line, int length) {
    String name = name();
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (upperCase(line[i]) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int upperCase(byte octet) {
    return octet >= 'a' && octet <= 'z' ? octet - ('a' - 'A') : octet;
  }
}
