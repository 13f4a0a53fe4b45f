package dev.etrn.reports;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The escaped form of text from a target: characters that a terminal, a browser or XML would obey
 * or reject are written as escapes such as {@code \u001B}.
 */
public final class EscapedText {

  private EscapedText() {}

  /** Returns the text as one line. */
  public static String line(String text) {
    return escaped(text, c -> false);
  }

  /** Returns the text with its line ends and tabs. */
  public static String text(String text) {
    return escaped(text, c -> c == '\n' || c == '\t');
  }

  private static String escaped(String text, IntPredicate kept) {
    return text.codePoints()
        .mapToObj(c -> kept.test(c) || isShown(c) ? Character.toString(c) : escape(c))
        .collect(Collectors.joining());
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static String escape(int c) {
    return String.format(Locale.ROOT, "\\u%04X", c);
  }
}
