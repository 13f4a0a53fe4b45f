package dev.etrn.server.smtp.dialogue;

import dev.etrn.server.domain.AddressLiteral;
import dev.etrn.server.domain.Domain;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mailbox (RFC 5321 section 4.1.2).
 *
 * @param text the mailbox as received
 * @param domain its domain or address literal in lower case; empty for a bare {@code Postmaster}
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
  private static final String POSTMASTER = "postmaster";

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

  /** Returns the recipient that a path names: a mailbox, or Postmaster without a domain. */
  public static Optional<Mailbox> parseRecipient(String text) {
    return text.equalsIgnoreCase(POSTMASTER) ? Optional.of(new Mailbox(text, "")) : parse(text);
  }

  /** Returns the mailbox with {@code host} as its domain if it has none. */
  Mailbox qualified(String host) {
    return domain.isEmpty() ? new Mailbox(text + "@" + host, host.toLowerCase(Locale.ROOT)) : this;
  }

  /** Returns true for the postmaster of {@code host}, in any case (RFC 5321 section 4.5.1). */
  boolean isPostmasterOf(String host) {
    return text.equalsIgnoreCase(POSTMASTER + "@" + host);
  }
}
