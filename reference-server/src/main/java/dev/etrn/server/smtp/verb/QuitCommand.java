package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;

/** The command QUIT (RFC 5321 section 4.1.1.10). */
record QuitCommand() implements SmtpCommand {

  private static final SmtpReply BYE = SmtpReply.of(221, "2.0.0", "closing");

  static SmtpCommand parse(String argument) {
    return SmtpCommand.withoutArgument(argument, new QuitCommand());
  }

  @Override
  public void run(CommandSession session) {
    session.end(BYE);
  }
}
