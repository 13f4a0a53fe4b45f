package dev.etrn.load.protocol;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The decoder of SMTP replies (RFC 5321 section 4.2); it takes octets however they are split.
 *
 * <p>It checks only what a client must understand; the judges of the catalogue see the octets
 * themselves and check the finer points. It takes at most {@link #LONGEST_REPLY} octets for one
 * reply.
 */
final class ReplyDecoder {

  /** The result of {@link #read} when it needs more octets. */
  static final int MORE = 0;

  /**
   * The result of {@link #read} when the octets are not a reply; nothing after them can be trusted.
   */
  static final int MALFORMED = -1;

  static final int LONGEST_REPLY = 64 * 1024;

  private static final int CODE = 3;

  private byte[] octets = new byte[128];
  private int size;
  private int lineStart;
  private int code;
  private boolean isWhole;

  /**
   * Reads up to the end of one reply; call again while {@code in} has octets left.
   *
   * @return the reply's code, {@link #MORE} or {@link #MALFORMED}
   */
  int read(ByteBuf in) {
    if (isWhole) {
      reset();
    }
    while (in.isReadable()) {
      int beforeLineEnd = in.bytesBefore((byte) '\n');
      int length = beforeLineEnd < 0 ? in.readableBytes() : beforeLineEnd + 1;
      if (size + length > LONGEST_REPLY) {
        return MALFORMED;
      }
      append(in, length);
      if (beforeLineEnd >= 0) {
        if (!endLine()) {
          return MALFORMED;
        }
        if (isWhole) {
          return code;
        }
      }
    }
    return MORE;
  }

  /**
   * Returns the text of the last whole reply without codes, its lines joined by LF (ISO 8859-1).
   */
  String text() {
    var text = new StringBuilder(size);
    int start = 0;
    while (start < size) {
      int end = start;
      while (octets[end] != '\n') {
        end++;
      }
      int textStart = Math.min(start + CODE + 1, end - 1);
      if (start > 0) {
        text.append('\n');
      }
      text.append(new String(octets, textStart, end - 1 - textStart, StandardCharsets.ISO_8859_1));
      start = end + 1;
    }
    return text.toString();
  }

  private void reset() {
    size = 0;
    lineStart = 0;
    code = 0;
    isWhole = false;
  }

  private void append(ByteBuf in, int length) {
    if (size + length > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(octets.length * 2, size + length));
    }
    in.readBytes(octets, size, length);
    size += length;
  }

  /** Returns true if the line that ends here is a line of a reply. */
  private boolean endLine() {
    int length = size - lineStart - 2;
    // SMTP-013: a line ends in CRLF. SMTP-022: it begins with three digits, and SP, - or its end.
    if (length < CODE || octets[size - 2] != '\r') {
      return false;
    }
    int thisCode = codeAt(lineStart);
    // SMTP-023: all lines of a reply have one code.
    if (thisCode < 200 || (code != 0 && code != thisCode)) {
      return false;
    }
    byte separator = octets[lineStart + CODE];
    boolean isLast = separator == ' ' || (separator == '\r' && length == CODE);
    code = thisCode;
    lineStart = size;
    isWhole = isLast;
    return isLast || separator == '-';
  }

  /** Returns the code at an index, or 0 if the octets there are not a code of SMTP. */
  private int codeAt(int start) {
    int value = 0;
    for (int i = start; i < start + CODE; i++) {
      if (octets[i] < '0' || octets[i] > '9') {
        return 0;
      }
      value = value * 10 + octets[i] - '0';
    }
    return value < 600 ? value : 0;
  }
}
