package dev.etrn.reports.html.cases;

import dev.etrn.reports.EscapedText;

/**
 * A text, or its beginning and its end when it is too long for a page.
 *
 * @param head what comes first; all of it, when nothing is left out
 * @param left how many characters are left out behind the head
 * @param tail what follows them
 */
record CutText(String head, int left, String tail) {

  private static final int LONGEST_LINE = 600;

  /** Three quarters of what fits stand before the cut; the end is where verdicts are decided. */
  static CutText of(String text, int longest) {
    if (text.length() <= longest) {
      return new CutText(text, 0, "");
    }
    int headEnd = lineEnd(text, longest / 4 * 3);
    int tailBegin = lineBegin(text, text.length() - longest / 4);
    return new CutText(text.substring(0, headEnd), tailBegin - headEnd, text.substring(tailBegin));
  }

  /** One printable line of what a target said, not longer than a page can bear. */
  static String line(String text) {
    return text.length() <= LONGEST_LINE
        ? EscapedText.line(text)
        : EscapedText.line(text.substring(0, LONGEST_LINE))
            + "\u2026 ("
            + (text.length() - LONGEST_LINE)
            + " more characters)";
  }

  /** The last line end before a position, unless that would lose half of the text before it. */
  private static int lineEnd(String text, int before) {
    int end = text.lastIndexOf('\n', before - 1) + 1;
    return end > before / 2 ? end : before;
  }

  private static int lineBegin(String text, int after) {
    int begin = text.indexOf('\n', after) + 1;
    return begin > 0 && begin < text.length() - (text.length() - after) / 2 ? begin : after;
  }
}
