package dev.etrn.suites.wire.sink;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parser of the recipients that a client named on a connection. */
final class RecipientParser {

  private static final Pattern RCPT = Pattern.compile("(?im)^RCPT TO:[ ]*<(?:@[^:>]*:)?([^>]*)>");

  private RecipientParser() {}

  /** Returns the recipients in their order, as they were written. */
  static List<String> in(String received) {
    return RCPT.matcher(received).results().map(match -> match.group(1)).toList();
  }

  /** Returns the recipient of this command; empty if it has none. */
  static String of(String line) {
    Matcher match = RCPT.matcher(line);
    return match.find() ? match.group(1) : "";
  }
}
