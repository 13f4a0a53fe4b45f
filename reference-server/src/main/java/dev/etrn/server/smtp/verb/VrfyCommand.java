package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;

/** The command VRFY, which discloses nothing (RFC 5321 sections 3.5.3 and 7.3). */
record VrfyCommand() implements SmtpCommand {

  private static final SmtpReply CANNOT_VERIFY =
      SmtpReply.of(252, "2.5.0", "cannot verify, but will accept mail and attempt delivery");

  static SmtpCommand parse(String argument) {
    return argument.isEmpty() ? EhloCommand.NAME_WANTED : new VrfyCommand();
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
