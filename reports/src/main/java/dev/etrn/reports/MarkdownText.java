package dev.etrn.reports;

/** Text that others wrote, fit to stand in a line or a table cell of Markdown as it is. */
public final class MarkdownText {

  private MarkdownText() {}

  /** No markup, no new cell, no new line. */
  public static String line(String text) {
    return EscapedText.line(text).replaceAll("([\\\\|`*_~<>\\[\\]&#!$])", "\\\\$1");
  }

  /**
   * A code span, in which a back quote cannot stand and becomes a question mark. Not for table
   * cells: a bar would end them even there.
   */
  public static String code(String text) {
    String said = EscapedText.line(text).replace('`', '?');
    return said.isBlank() ? "" : "`" + said + "`";
  }
}
