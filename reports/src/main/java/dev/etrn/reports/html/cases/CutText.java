package dev.etrn.reports.html.cases;

import dev.etrn.reports.EscapedText;

/**
 * A text, or its beginning and its end when it is too long for a page.
 *
 * @param head the beginning; the whole text if nothing is left out
 * @param left the number of characters that are left out
 * @param tail the end of the text, after the characters that are left out
 */
record CutText(String head, int left, String tail) {

  private static final int LONGEST_LINE = 600;

  /** Returns a text with three quarters before the cut and the end, which decides verdicts. */
  static CutText of(String text, int longest) {
    if (text.length() <= longest) {
      return new CutText(text, 0, "");
    }
    int headEnd = lineEnd(text, longest / 4 * 3);
    int tailBegin = lineBegin(text, text.length() - longest / 4);
    return new CutText(text.substring(0, headEnd), tailBegin - headEnd, text.substring(tailBegin));
  }

  /** Returns a text of a target as one printable line of bounded length. */
  static String line(String text) {
    return text.length() <= LONGEST_LINE
        ? EscapedText.line(text)
        : EscapedText.line(text.substring(0, LONGEST_LINE))
            + "\u2026 ("
            + (text.length() - LONGEST_LINE)
            + " more characters)";
  }

  /** Returns the last line end before a position, unless it would lose half of that text. */
  private static int lineEnd(String text, int position) {
    int end = text.lastIndexOf('\n', position - 1) + 1;
    return end > position / 2 ? end : position;
  }

  private static int lineBegin(String text, int position) {
    int begin = text.indexOf('\n', position) + 1;
    return begin > 0 && begin < text.length() - (text.length() - position) / 2 ? begin : position;
  }
}
