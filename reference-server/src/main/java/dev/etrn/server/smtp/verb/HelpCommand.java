package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;

/** The command HELP, whatever follows it (RFC 5321 section 4.1.1.8). */
record HelpCommand() implements SmtpCommand {

  private static final SmtpReply HELP =
      SmtpReply.of(214, "2.0.0", "EHLO HELO MAIL RCPT DATA BDAT RSET NOOP VRFY HELP ETRN QUIT");

  static SmtpCommand parse(String argument) {
    return new HelpCommand();
  }

  @Override
  public void run(CommandSession session) {
    session.reply(HELP);
  }

  @Override
  public boolean isJunk() {
    return true;
  }
}
