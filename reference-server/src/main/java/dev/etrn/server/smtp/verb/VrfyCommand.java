package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.RefusedCommand;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;

/** The command VRFY, with one reply to every name, known or not (RFC 5321 sections 3.5.3, 7.3). */
record VrfyCommand() implements SmtpCommand {

  private static final SmtpCommand NAME_WANTED =
      new RefusedCommand(SmtpReply.of(501, "5.5.4", "a user or mailbox must follow"));
  private static final SmtpReply CANNOT_VERIFY =
      SmtpReply.of(252, "2.5.0", "cannot verify, but will accept mail and attempt delivery");

  static SmtpCommand parse(String argument) {
    return argument.isEmpty() ? NAME_WANTED : new VrfyCommand();
  }

  @Override
  public void run(CommandSession session) {
    session.reply(CANNOT_VERIFY);
  }

  @Override
  public boolean isJunk() {
    return true;
  }
}
