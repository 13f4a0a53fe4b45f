package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;

/** The command HELP, which lists the verbs, whatever follows it (RFC 5321 section 4.1.1.8). */
record HelpCommand() implements SmtpCommand {

  static SmtpCommand parse(String argument) {
    return new HelpCommand();
  }

  @Override
  public void run(CommandSession session) {
    session.reply(SmtpReply.of(214, "2.0.0", String.join(" ", Verb.offered(session))));
  }

  @Override
  public boolean isJunk() {
    return true;
  }
}
