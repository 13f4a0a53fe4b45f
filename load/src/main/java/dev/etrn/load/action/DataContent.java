package dev.etrn.load.action;

/** The content of a message, in the form that DATA sends. */
final class DataContent {

  private DataContent() {}

  /**
   * Returns the content with CRLF as line ends, dots stuffed (RFC 5321 section 4.5.2), and the
   * final dot.
   */
  static String onTheWire(String content) {
    var out = new StringBuilder(content.length() + 16);
    for (String line : content.lines().toList()) {
      if (line.startsWith(".")) {
        out.append('.');
      }
      out.append(line).append("\r\n");
    }
    return out.append(".\r\n").toString();
  }
}
