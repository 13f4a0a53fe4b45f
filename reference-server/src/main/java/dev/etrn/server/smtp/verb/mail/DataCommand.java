package dev.etrn.server.smtp.verb.mail;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;

/** The command DATA (RFC 5321 section 4.1.1.4). */
public record DataCommand() implements SmtpCommand {

  public static SmtpCommand parse(String argument) {
    return SmtpCommand.withoutArgument(argument, new DataCommand());
  }

  @Override
  public void run(CommandSession session) {
    session.reply(session.mail().data());
  }
}
