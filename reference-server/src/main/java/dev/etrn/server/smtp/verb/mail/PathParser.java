package dev.etrn.server.smtp.verb.mail;

import dev.etrn.server.domain.Domain;
import dev.etrn.server.smtp.dialogue.RefusedCommand;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parser of the arguments of MAIL and RCPT (RFC 5321 sections 4.1.1.2, 4.1.1.3 and 4.1.2). */
final class PathParser {

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LOCAL_PART =
      "(?:"
          + ATOM
          + "(?:\\."
          + ATOM
          + ")*|\"(?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\x20-\\x7E])*\")";
  private static final Pattern MAILBOX = Pattern.compile("(" + LOCAL_PART + ")@([A-Za-z0-9.-]+)");

  /** A source route before the mailbox, which is ignored (RFC 5321 section 4.1.1.3). */
  private static final Pattern ROUTE = Pattern.compile("@[A-Za-z0-9.,@-]+:");

  private static final Pattern SIZE = Pattern.compile("SIZE=(\\d{1,18})");

  private static final SmtpReply SYNTAX =
      SmtpReply.of(501, "5.5.4", "expected FROM:<path> or TO:<path>");
  private static final SmtpReply ADDRESS = SmtpReply.of(501, "5.1.3", "not a mailbox address");
  private static final SmtpReply PARAMETER = SmtpReply.of(555, "5.5.4", "parameter not recognised");

  private PathParser() {}

  static SmtpCommand mail(String argument) {
    Optional<String[]> parts = parts(argument, "FROM:");
    if (parts.isEmpty()) {
      return new RefusedCommand(SYNTAX);
    }
    String path = parts.get()[0];
    if (!path.isEmpty() && mailbox(path).isEmpty()) {
      return new RefusedCommand(ADDRESS);
    }
    OptionalLong size = size(parts.get()[1]);
    return size.isPresent()
        ? new MailCommand(path, size.getAsLong())
        : new RefusedCommand(PARAMETER);
  }

  static SmtpCommand rcpt(String argument) {
    Optional<String[]> parts = parts(argument, "TO:");
    if (parts.isEmpty()) {
      return new RefusedCommand(SYNTAX);
    }
    if (!parts.get()[1].isEmpty()) {
      return new RefusedCommand(PARAMETER);
    }
    return mailbox(parts.get()[0])
        .<SmtpCommand>map(
            mailbox -> new RcptCommand(mailbox.group(), mailbox.group(2).toLowerCase(Locale.ROOT)))
        .orElseGet(() -> new RefusedCommand(ADDRESS));
  }

  /** Returns the path between the angle brackets, and the parameters after it. */
  private static Optional<String[]> parts(String argument, String prefix) {
    if (!argument.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return Optional.empty();
    }
    String rest = argument.substring(prefix.length()).stripLeading();
    int close = rest.lastIndexOf('>');
    if (!rest.startsWith("<") || close < 0) {
      return Optional.empty();
    }
    String parameters = rest.substring(close + 1);
    return parameters.isEmpty() || parameters.startsWith(" ")
        ? Optional.of(new String[] {rest.substring(1, close), parameters.strip()})
        : Optional.empty();
  }

  private static Optional<Matcher> mailbox(String path) {
    Matcher matcher = MAILBOX.matcher(ROUTE.matcher(path).lookingAt() ? withoutRoute(path) : path);
    return matcher.matches() && Domain.parse(matcher.group(2)).isPresent()
        ? Optional.of(matcher)
        : Optional.empty();
  }

  private static String withoutRoute(String path) {
    return path.substring(path.indexOf(':') + 1);
  }

  /**
   * Returns the size that SIZE= declares, 0 without it; empty for a parameter that was not
   * announced.
   */
  private static OptionalLong size(String parameters) {
    long size = 0;
    for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split(" +")) {
      String upper = parameter.toUpperCase(Locale.ROOT);
      Matcher matcher = SIZE.matcher(upper);
      if (matcher.matches()) {
        size = Long.parseLong(matcher.group(1));
      } else if (!upper.equals("BODY=7BIT") && !upper.equals("BODY=8BITMIME")) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(size);
  }
}
