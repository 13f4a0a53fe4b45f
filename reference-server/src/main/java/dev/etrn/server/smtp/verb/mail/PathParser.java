package dev.etrn.server.smtp.verb.mail;

import dev.etrn.server.domain.Domain;
import dev.etrn.server.smtp.dialogue.Mailbox;
import dev.etrn.server.smtp.dialogue.RefusedCommand;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parser of the arguments of MAIL and RCPT (RFC 5321 sections 4.1.1.2, 4.1.1.3 and 4.1.2). */
final class PathParser {

  /** A path, whose final bracket is not in a quoted local part, and its parameters. */
  private static final Pattern PATH =
      Pattern.compile("<((?:[^\">]|\"(?:[^\"\\\\]|\\\\.)*+\")*+)>( .*)?", Pattern.DOTALL);

  /** A source route before the mailbox; its domains are checked and ignored (RFC 5321 C). */
  private static final Pattern ROUTE =
      Pattern.compile("@([A-Za-z0-9.-]+(?:,@[A-Za-z0-9.-]+)*):(.*)", Pattern.DOTALL);

  private static final Pattern SIZE = Pattern.compile("SIZE=(\\d{1,18})");

  private static final SmtpCommand SYNTAX =
      refused(501, "5.5.4", "expected FROM:<path> or TO:<path>");
  private static final SmtpCommand ADDRESS = refused(501, "5.1.3", "not a mailbox address");
  private static final SmtpCommand PARAMETER = refused(555, "5.5.4", "parameter not recognised");

  /**
   * An argument.
   *
   * @param path the text between the angle brackets
   * @param parameters the text after them
   */
  private record Argument(String path, String parameters) {}

  private PathParser() {}

  static SmtpCommand mail(String argument) {
    return argument(argument, "FROM:").map(PathParser::mail).orElse(SYNTAX);
  }

  static SmtpCommand rcpt(String argument) {
    return argument(argument, "TO:").map(PathParser::rcpt).orElse(SYNTAX);
  }

  private static SmtpCommand mail(Argument argument) {
    Optional<String> sender =
        argument.path().isEmpty() ? Optional.of("") : mailbox(argument.path()).map(Mailbox::text);
    if (sender.isEmpty()) {
      return ADDRESS;
    }
    OptionalLong size = size(argument.parameters());
    return size.isPresent() ? new MailCommand(sender.get(), size.getAsLong()) : PARAMETER;
  }

  private static SmtpCommand rcpt(Argument argument) {
    if (!argument.parameters().isEmpty()) {
      return PARAMETER;
    }
    String path = argument.path();
    Optional<Mailbox> recipient =
        path.startsWith("@") ? mailbox(path) : Mailbox.parseRecipient(path);
    return recipient.<SmtpCommand>map(RcptCommand::new).orElse(ADDRESS);
  }

  private static Optional<Argument> argument(String argument, String prefix) {
    if (!argument.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return Optional.empty();
    }
    Matcher matcher = PATH.matcher(argument.substring(prefix.length()).stripLeading());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String parameters = matcher.group(2);
    return Optional.of(
        new Argument(matcher.group(1), parameters == null ? "" : parameters.strip()));
  }

  private static Optional<Mailbox> mailbox(String path) {
    Matcher route = ROUTE.matcher(path);
    if (!route.matches()) {
      return Mailbox.parse(path);
    }
    return Stream.of(route.group(1).split(",@")).allMatch(host -> Domain.parse(host).isPresent())
        ? Mailbox.parse(route.group(2))
        : Optional.empty();
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

  private static SmtpCommand refused(int code, String enhanced, String text) {
    return new RefusedCommand(SmtpReply.of(code, enhanced, text));
  }
}
