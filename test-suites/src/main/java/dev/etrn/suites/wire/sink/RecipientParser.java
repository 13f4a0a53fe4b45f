package dev.etrn.suites.wire.sink;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The recipients that a client named on a connection. */
final class RecipientParser {

  private static final Pattern RCPT = Pattern.compile("(?im)^RCPT TO:[ ]*<(?:@[^:>]*:)?([^>]*)>");

  private RecipientParser() {}

  /** In their order, as they were written. */
  static List<String> in(String received) {
    return RCPT.matcher(received).results().map(found -> found.group(1)).toList();
  }

  /** The one of this command; empty when it has none. */
  static String of(String line) {
    Matcher found = RCPT.matcher(line);
    return found.find() ? found.group(1) : "";
  }
}
