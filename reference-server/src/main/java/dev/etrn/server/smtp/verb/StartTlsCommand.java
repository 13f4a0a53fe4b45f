package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import java.util.Optional;

/** The command STARTTLS (RFC 3207). */
record StartTlsCommand() implements SmtpCommand {

  static SmtpCommand parse(String argument) {
    // TLS-008
    return SmtpCommand.withoutArgument(argument, new StartTlsCommand());
  }

  /** Returns the keyword where TLS is offered, and not used yet (TLS-007). */
  static Optional<String> keyword(CommandSession session) {
    boolean isOffered = session.config().security().offersTls(session.security().client());
    return isOffered ? Optional.of("STARTTLS") : Optional.empty();
  }

  @Override
  public void run(CommandSession session) {
    session.reply(session.security().startTls(session.mail().isOpen()));
    if (session.security().isUpgrading()) {
      session.startTls();
    }
  }
}
