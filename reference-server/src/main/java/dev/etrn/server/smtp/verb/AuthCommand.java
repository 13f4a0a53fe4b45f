package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.RefusedCommand;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;
import java.util.Optional;

/**
 * The command AUTH (RFC 4954 section 4).
 *
 * @param initial the initial response, or the empty string
 */
record AuthCommand(String mechanism, String initial) implements SmtpCommand {

  private static final SmtpCommand MECHANISM_WANTED =
      new RefusedCommand(
          SmtpReply.of(501, "5.5.4", "a mechanism must follow, and at most one response"));

  static SmtpCommand parse(String argument) {
    String[] words = argument.split(" +");
    return words.length > 2 || words[0].isEmpty()
        ? MECHANISM_WANTED
        : new AuthCommand(words[0], words.length == 2 ? words[1] : "");
  }

  /** Returns the keyword where authentication is offered. */
  static Optional<String> keyword(CommandSession session) {
    boolean isOffered = session.config().security().offersAuth(session.security().client());
    return isOffered ? Optional.of("AUTH PLAIN LOGIN") : Optional.empty();
  }

  @Override
  public void run(CommandSession session) {
    session
        .security()
        .auth(mechanism, initial, session.isGreeted(), session.mail().isOpen())
        .ifPresent(session::reply);
  }
}
