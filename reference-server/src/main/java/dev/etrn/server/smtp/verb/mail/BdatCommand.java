package dev.etrn.server.smtp.verb.mail;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command BDAT (RFC 3030 section 2).
 *
 * @param size the number of octets after the line
 * @param isLast true if they end the message
 */
public record BdatCommand(long size, boolean isLast) implements SmtpCommand {

  private static final Pattern CHUNK =
      Pattern.compile("([0-9]{1,18})( +LAST)?", Pattern.CASE_INSENSITIVE);

  public static SmtpCommand parse(String argument) {
    Matcher matcher = CHUNK.matcher(argument);
    return matcher.matches()
        ? new BdatCommand(Long.parseLong(matcher.group(1)), matcher.group(2) != null)
        : new WithoutSize();
  }

  @Override
  public void run(CommandSession session) {
    session.mail().bdat(size, isLast);
    // An empty chunk is already complete.
    session.contentReceived();
  }

  /** The command without a readable size, so that the start of the next command is unknown. */
  private record WithoutSize() implements SmtpCommand {

    private static final SmtpReply SIZE_WANTED =
        SmtpReply.of(501, "5.5.4", "BDAT takes a size and optionally LAST");
    private static final SmtpReply LOST =
        SmtpReply.of(421, "4.5.0", "cannot tell content from commands, closing");

    @Override
    public void run(CommandSession session) {
      session.reply(SIZE_WANTED);
      session.end(LOST);
    }
  }
}
