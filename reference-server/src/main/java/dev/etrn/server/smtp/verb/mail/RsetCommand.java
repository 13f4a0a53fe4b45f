package dev.etrn.server.smtp.verb.mail;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.Replies;
import dev.etrn.server.smtp.dialogue.SmtpCommand;

/** The command RSET (RFC 5321 section 4.1.1.5). */
public record RsetCommand() implements SmtpCommand {

  public static SmtpCommand parse(String argument) {
    return SmtpCommand.withoutArgument(argument, new RsetCommand());
  }

  @Override
  public void run(CommandSession session) {
    // SMTP-009
    session.mail().reset();
    session.reply(Replies.OK);
  }

  @Override
  public boolean isJunk() {
    return true;
  }

  @Override
  public boolean isBetweenTransactions() {
    return true;
  }
}
