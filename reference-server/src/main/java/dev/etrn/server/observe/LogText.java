package dev.etrn.server.observe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a peer, made safe for a log (SEC-022): printable US-ASCII stays, everything else
 * becomes an escape such as {@code \u001B}, so that it neither begins a line nor controls a
 * terminal; a backslash is doubled, so that an escape cannot be forged; long text is cut.
 */
public final class LogText {

  private static final int LONGEST = 500;

  private LogText() {}

  /** Returns the escaped text; for {@code null}, the message of some exceptions, the word null. */
  public static String of(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    var safe = new StringBuilder(Math.min(text.length(), LONGEST) + 16);
    for (int i = 0; i < text.length() && i < LONGEST; i++) {
      append(text.charAt(i), safe);
    }
    return text.length() <= LONGEST ? safe.toString() : safe.append("...").toString();
  }

  private static void append(char c, StringBuilder safe) {
    if (c == '\\') {
      safe.append("\\\\");
    } else if (c >= ' ' && c <= '~') {
      safe.append(c);
    } else {
      safe.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
    }
  }
}
