package dev.etrn.server.etrn;

import dev.etrn.server.domain.Domain;
import dev.etrn.server.etrn.EtrnRequest.Form;
import dev.etrn.server.wire.SmtpReply;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parser of the ETRN argument (RFC 1985 sections 5 and 5.3). Never throws. */
final class EtrnSyntax {

  /** The names of PMDF's channels: up to 32 letters, digits, underscores, hyphens and dollars. */
  private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9_$-]{1,32}");

  private static final Refused NO_ARGUMENT =
      new Refused(SmtpReply.of(500, "5.5.2", "ETRN needs a node name"));
  private static final Refused NO_NAME =
      new Refused(SmtpReply.of(501, "5.5.4", "a name must follow the option character"));
  private static final Refused OCTETS =
      new Refused(SmtpReply.of(500, "5.5.2", "node names are printable US-ASCII"));
  private static final Refused ONE_ARGUMENT =
      new Refused(SmtpReply.of(501, "5.5.4", "ETRN takes one argument"));
  private static final Refused NO_DOMAIN =
      new Refused(SmtpReply.of(501, "5.5.4", "not a fully qualified domain name"));
  private static final Refused NO_CHANNEL =
      new Refused(SmtpReply.of(501, "5.5.4", "not a queue name"));

  /** A request, or the reply that refuses the line. */
  sealed interface Result {}

  record Accepted(EtrnRequest request) implements Result {}

  record Refused(SmtpReply reply) implements Result {}

  private EtrnSyntax() {}

  static Result read(String argument) {
    // A domain name passes every check below.
    Optional<String> domain = Domain.parse(argument).filter(Domain::isFullyQualified);
    return domain.isPresent()
        ? new Accepted(new EtrnRequest(Form.NODE, domain.get()))
        : optionOrRefusal(argument);
  }

  private static Result optionOrRefusal(String argument) {
    // ETRN-038, ETRN-039: the example in RFC 1985 section 7 answers 500.
    if (argument.isEmpty()) {
      return NO_ARGUMENT;
    }
    // SMTP-018, SMTP-019, SEC-020, IDN-001.
    if (!isPrintable(argument)) {
      return OCTETS;
    }
    // ETRN-005, ETRN-007.
    if (argument.indexOf(' ') >= 0) {
      return ONE_ARGUMENT;
    }
    return switch (argument.charAt(0)) {
      case '@' -> subtree(argument.substring(1));
      case '#' -> channel(argument.substring(1));
      // ETRN-016: a plain node is fully qualified.
      default -> NO_DOMAIN;
    };
  }

  private static boolean isPrintable(String argument) {
    for (int i = 0; i < argument.length(); i++) {
      if (argument.charAt(i) < 0x20 || argument.charAt(i) > 0x7E) {
        return false;
      }
    }
    return true;
  }

  private static Result subtree(String name) {
    // ETRN-040
    if (name.isEmpty()) {
      return NO_NAME;
    }
    // ETRN-008, ETRN-009, ETRN-041, ETRN-063: no second option character, address or literal.
    // Whether @test may be asked is policy (ETRN-051).
    return Domain.parse(name)
        .<Result>map(domain -> new Accepted(new EtrnRequest(Form.SUBTREE, domain)))
        .orElse(NO_DOMAIN);
  }

  private static Result channel(String name) {
    if (name.isEmpty()) {
      return NO_NAME;
    }
    // ETRN-052: an underscore is not a syntax error here. PMDF-044: names are case-insensitive.
    return CHANNEL.matcher(name).matches()
        ? new Accepted(new EtrnRequest(Form.QUEUE, name.toLowerCase(Locale.ROOT)))
        : NO_CHANNEL;
  }
}
