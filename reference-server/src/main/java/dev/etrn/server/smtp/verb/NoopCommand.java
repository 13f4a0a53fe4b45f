package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.Replies;
import dev.etrn.server.smtp.dialogue.SmtpCommand;

/** The command NOOP, whatever follows it (RFC 5321 section 4.1.1.9). */
record NoopCommand() implements SmtpCommand {

  static SmtpCommand parse(String argument) {
    return new NoopCommand();
  }

  @Override
  public void run(CommandSession session) {
    session.reply(Replies.OK);
  }

  @Override
  public boolean isJunk() {
    return true;
  }
}
