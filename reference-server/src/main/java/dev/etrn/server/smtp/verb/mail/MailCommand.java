package dev.etrn.server.smtp.verb.mail;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.Replies;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;

/**
 * The command MAIL FROM (RFC 5321 section 4.1.1.2).
 *
 * @param sender the reverse-path without angle brackets and source route; empty for the null sender
 * @param size the size that SIZE= declares, or 0
 */
public record MailCommand(String sender, long size) implements SmtpCommand {

  public static SmtpCommand parse(String argument) {
    return PathParser.mail(argument);
  }

  @Override
  public void run(CommandSession session) {
    SmtpReply reply = answer(session);
    session.abuse().transactionAnswered(reply);
    session.reply(reply);
  }

  @Override
  public boolean isBetweenTransactions() {
    return true;
  }

  private SmtpReply answer(CommandSession session) {
    // SMTP-030
    if (!session.isGreeted()) {
      return Replies.NO_GREETING;
    }
    // TLS-001
    return session.security().wantsMore() ? Replies.TRUST_FIRST : session.mail().mail(sender, size);
  }
}
