package dev.etrn.reports;

/** The escaped form of text from others, for a line or a table cell of Markdown. */
public final class MarkdownText {

  private MarkdownText() {}

  /** Returns the text without markup, cell separators and line ends. */
  public static String line(String text) {
    return EscapedText.line(text).replaceAll("([\\\\|`*_~<>\\[\\]&#!$])", "\\\\$1");
  }

  /**
   * Returns a code span, in which each back quote becomes a question mark. It is not for table
   * cells: a bar would end a cell even within a code span.
   */
  public static String code(String text) {
    String escaped = EscapedText.line(text).replace('`', '?');
    return escaped.isBlank() ? "" : "`" + escaped + "`";
  }
}
