package dev.etrn.server.smtp.verb.mail;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.Mailbox;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;

/**
 * The command RCPT TO (RFC 5321 section 4.1.1.3).
 *
 * @param recipient the forward-path without its source route
 */
public record RcptCommand(Mailbox recipient) implements SmtpCommand {

  public static SmtpCommand parse(String argument) {
    return PathParser.rcpt(argument);
  }

  @Override
  public void run(CommandSession session) {
    SmtpReply reply = session.mail().rcpt(recipient);
    session.abuse().recipientAnswered(reply);
    session.reply(reply);
  }
}
