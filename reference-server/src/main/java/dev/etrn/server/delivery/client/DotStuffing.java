package dev.etrn.server.delivery.client;

import java.io.IOException;
import java.io.OutputStream;

/** Message content on its way out (RFC 5321 section 4.5.2). */
final class DotStuffing {

  private static final byte[] END = {'.', '\r', '\n'};
  private static final byte[] CRLF = {'\r', '\n'};

  private DotStuffing() {}

  /** Writes content and the line with the final dot. */
  static void write(byte[] content, OutputStream out) throws IOException {
    boolean lineStart = true;
    int from = 0;
    for (int i = 0; i < content.length; i++) {
      if (lineStart && content[i] == '.') {
        out.write(content, from, i - from);
        out.write('.');
        from = i;
      }
      lineStart = content[i] == '\n' && i > 0 && content[i - 1] == '\r';
    }
    out.write(content, from, content.length - from);
    if (!lineStart) {
      out.write(CRLF);
    }
    out.write(END);
  }
}
