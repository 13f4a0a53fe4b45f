package dev.etrn.server.smtp.verb;

import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import java.util.Optional;

/**
 * The command ETRN (RFC 1985).
 *
 * @param argument the text after the verb; {@code etrn.EtrnSyntax} reads it, since the checks
 *     before it come first
 */
record EtrnCommand(String argument) implements SmtpCommand {

  static SmtpCommand parse(String argument) {
    return new EtrnCommand(argument);
  }

  /** Returns the keyword, unless ETRN is switched off (ETRN-001, ETRN-002, ETRN-003, PMDF-004). */
  static Optional<String> keyword(CommandSession session) {
    boolean isOffered = session.config().incoming().etrn() != EtrnMode.DISABLE;
    return isOffered ? Optional.of("ETRN") : Optional.empty();
  }

  @Override
  public void run(CommandSession session) {
    session.reply(session.decideEtrn(argument));
  }

  @Override
  public boolean isJunk() {
    return true;
  }
}
