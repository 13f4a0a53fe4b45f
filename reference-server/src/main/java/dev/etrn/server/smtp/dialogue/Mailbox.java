package dev.etrn.server.smtp.dialogue;

import dev.etrn.server.domain.AddressLiteral;
import dev.etrn.server.domain.Domain;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mailbox (RFC 5321 section 4.1.2).
 *
 * @param text the mailbox as received
 * @param domain its domain or address literal in lower case
 */
public record Mailbox(String text, String domain) {

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LOCAL_PART =
      "(?:"
          + ATOM
          + "(?:\\."
          + ATOM
          + ")*|\"(?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\x20-\\x7E])*\")";
  private static final Pattern MAILBOX = Pattern.compile(LOCAL_PART + "@([^@\\s]+)");

  /** Returns the mailbox, or empty when it is not one. */
  public static Optional<Mailbox> parse(String text) {
    Matcher matcher = MAILBOX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String domain = matcher.group(1);
    return (domain.startsWith("[") ? AddressLiteral.parse(domain) : Domain.parse(domain))
        .map(valid -> new Mailbox(text, valid));
  }
}
