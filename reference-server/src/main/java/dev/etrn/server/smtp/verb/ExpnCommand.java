package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;
import java.util.Optional;

/** The command EXPN, which is known and not implemented (RFC 5321 sections 3.5.2 and 4.2.4). */
record ExpnCommand() implements SmtpCommand {

  private static final SmtpReply NOT_IMPLEMENTED =
      SmtpReply.of(502, "5.5.1", "EXPN is not implemented");

  static SmtpCommand parse(String argument) {
    return new ExpnCommand();
  }

  /** Returns no keyword: EHLO lists EXPN only where it is supported. */
  static Optional<String> keyword(CommandSession session) {
    return Optional.empty();
  }

  @Override
  public void run(CommandSession session) {
    session.reply(NOT_IMPLEMENTED);
  }

  @Override
  public boolean isJunk() {
    return true;
  }
}
