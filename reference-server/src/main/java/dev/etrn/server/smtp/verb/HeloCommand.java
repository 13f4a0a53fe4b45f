package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;

/** The command HELO (RFC 5321 section 4.1.1.1). */
record HeloCommand(String name) implements SmtpCommand {

  static SmtpCommand parse(String argument) {
    return EhloCommand.isName(argument) ? new HeloCommand(argument) : EhloCommand.NAME_WANTED;
  }

  @Override
  public void run(CommandSession session) {
    session.greet(name);
    // SMTP-002
    session.reply(SmtpReply.plain(250, session.config().hostName()));
  }

  @Override
  public boolean isJunk() {
    return true;
  }
}
