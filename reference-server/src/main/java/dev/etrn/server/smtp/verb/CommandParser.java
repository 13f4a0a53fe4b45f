package dev.etrn.server.smtp.verb;

import dev.etrn.server.smtp.dialogue.RefusedCommand;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;
import java.nio.charset.StandardCharsets;

/**
 * The parser of command lines (RFC 5321 section 4.1.1). Never throws.
 *
 * <p>Verbs are case-insensitive (ETRN-044), blanks before the line end are tolerated (SMTP-010),
 * and so are several between verb and argument, which real clients send (SMTP-011).
 */
public final class CommandParser {

  private static final SmtpCommand UNKNOWN =
      new RefusedCommand(SmtpReply.of(500, "5.5.2", "command not recognised"));

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
    return verb == null ? UNKNOWN : verb.parse(argument(line, verbEnd));
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
}
