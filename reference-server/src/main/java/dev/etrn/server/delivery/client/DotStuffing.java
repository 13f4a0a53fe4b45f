package dev.etrn.server.delivery.client;

import java.io.IOException;
import java.io.OutputStream;

/** The dot stuffing of outgoing content (RFC 5321 section 4.5.2). */
final class DotStuffing {

  private static final byte[] END = {'.', '\r', '\n'};
  private static final byte[] CRLF = {'\r', '\n'};

  private DotStuffing() {}

  /** Writes content with dots stuffed, and the line with the final dot. */
  static void write(byte[] content, OutputStream out) throws IOException {
    boolean lineStart = true;
    int start = 0;
    for (int i = 0; i < content.length; i++) {
      if (lineStart && content[i] == '.') {
        out.write(content, start, i - start);
        out.write('.');
        start = i;
      }
      lineStart = content[i] == '\n' && i > 0 && content[i - 1] == '\r';
    }
    out.write(content, start, content.length - start);
    if (!lineStart) {
      out.write(CRLF);
    }
    out.write(END);
  }
}
