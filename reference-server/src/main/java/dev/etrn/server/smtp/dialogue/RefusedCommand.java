package dev.etrn.server.smtp.dialogue;

import dev.etrn.server.wire.SmtpReply;

/**
 * An unknown command, or one with a bad argument.
 *
 * @param reply the reply
 */
public record RefusedCommand(SmtpReply reply) implements SmtpCommand {

  @Override
  public void run(CommandSession session) {
    session.reply(reply);
  }
}
