package dev.etrn.server.smtp;

import dev.etrn.server.wire.SmtpReply;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser of command lines (RFC 5321 section 4.1.1). Never throws.
 *
 * <p>Verbs are case-insensitive (ETRN-044), blanks before the line end are tolerated (SMTP-010),
 * and so are several between verb and argument, which real clients send (SMTP-011).
 */
public final class CommandParser {

  private static final Pattern CHUNK =
      Pattern.compile("([0-9]{1,18})( +LAST)?", Pattern.CASE_INSENSITIVE);

  private static final SmtpReply UNKNOWN = SmtpReply.of(500, "5.5.2", "command not recognised");
  private static final SmtpReply NO_ARGUMENT_WANTED =
      SmtpReply.of(501, "5.5.4", "this command takes no argument");
  private static final SmtpReply NAME_WANTED =
      SmtpReply.of(501, "5.5.4", "a domain or address literal must follow");

  private static final SmtpReply MECHANISM_WANTED =
      SmtpReply.of(501, "5.5.4", "a mechanism must follow, and at most one response");

  private CommandParser() {}

  /**
   * Reads a command line.
   *
   * @param line the line without its CRLF
   */
  public static SmtpCommand parse(byte[] line) {
    int verbEnd = 0;
    while (verbEnd < line.length && (line[verbEnd] & 0xFF) > ' ') {
      verbEnd++;
    }
    Verb verb = Verb.of(line, verbEnd);
    // SMTP-031, SMTP-012: this refuses ETRNX and a verb after a blank, too.
    return verb == null ? refused(UNKNOWN) : command(verb, argument(line, verbEnd));
  }

  private static SmtpCommand command(Verb verb, String argument) {
    return switch (verb) {
      case ETRN -> new SmtpCommand.Etrn(argument);
      case EHLO -> greeting(argument, new SmtpCommand.Ehlo(argument));
      case HELO -> greeting(argument, new SmtpCommand.Helo(argument));
      case MAIL -> PathParser.mail(argument);
      case RCPT -> PathParser.rcpt(argument);
      case DATA -> bare(argument, new SmtpCommand.Data());
      case BDAT -> bdat(argument);
      case RSET -> bare(argument, new SmtpCommand.Rset());
      // TLS-008
      case STARTTLS -> bare(argument, new SmtpCommand.StartTls());
      case AUTH -> auth(argument);
      case QUIT -> bare(argument, new SmtpCommand.Quit());
      case NOOP -> new SmtpCommand.Noop();
      case VRFY -> argument.isEmpty() ? refused(NAME_WANTED) : new SmtpCommand.Vrfy();
      case HELP -> new SmtpCommand.Help();
    };
  }

  /** Returns the text after the verb; HT and other octets stay in it, for the verb's own check. */
  private static String argument(byte[] line, int verbEnd) {
    int start = verbEnd;
    int end = line.length;
    while (start < end && line[start] == ' ') {
      start++;
    }
    // SMTP-010: trailing white space.
    while (end > start && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
      end--;
    }
    return new String(line, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static SmtpCommand greeting(String name, SmtpCommand command) {
    boolean valid =
        !name.isEmpty()
            && name.length() <= 255
            && name.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '<' && c != '>');
    // SMTP-008: a name that is refused here never reaches the session's state.
    return valid ? command : refused(NAME_WANTED);
  }

  private static SmtpCommand auth(String argument) {
    String[] words = argument.split(" +");
    return words.length > 2 || words[0].isEmpty()
        ? refused(MECHANISM_WANTED)
        : new SmtpCommand.Auth(words[0], words.length == 2 ? words[1] : "");
  }

  private static SmtpCommand bdat(String argument) {
    Matcher matcher = CHUNK.matcher(argument);
    return matcher.matches()
        ? new SmtpCommand.Bdat(Long.parseLong(matcher.group(1)), matcher.group(2) != null)
        : new SmtpCommand.LostBdat();
  }

  private static SmtpCommand bare(String argument, SmtpCommand command) {
    return argument.isEmpty() ? command : refused(NO_ARGUMENT_WANTED);
  }

  private static SmtpCommand refused(SmtpReply reply) {
    return new SmtpCommand.Refused(reply);
  }
}
