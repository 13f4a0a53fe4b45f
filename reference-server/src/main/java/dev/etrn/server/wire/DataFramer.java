package dev.etrn.server.wire;

import java.io.ByteArrayOutputStream;

/**
 * The framer of message content, up to the line with a single dot; it undoes dot-stuffing (RFC 5321
 * section 4.5.2).
 *
 * <p>Only CRLF . CRLF ends content: a dot next to a bare CR or LF is content (SEC-017). Content
 * beyond the limit is read to its end, but not kept.
 */
public final class DataFramer {

  private enum At {
    LINE_START,
    DOT,
    DOT_CR,
    TEXT,
    CR
  }

  private final int limit;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream(1024);
  private At state = At.LINE_START;
  private boolean overLimit;
  private boolean bare;
  private boolean whole;

  /**
   * @param limit the most octets of content to keep
   */
  public DataFramer(int limit) {
    this.limit = limit;
  }

  /**
   * Reads octets until {@code end} or the end of the content.
   *
   * @return the index of the first octet not read
   */
  public int read(byte[] octets, int start, int end) {
    int index = start;
    while (index < end && !whole) {
      if (state == At.TEXT && octets[index] != '\r') {
        index = text(octets, index, end);
      } else {
        take(octets[index++]);
      }
    }
    return index;
  }

  public boolean isWhole() {
    return whole;
  }

  public boolean isOverLimit() {
    return overLimit;
  }

  /** Returns true if there is a CR without LF or an LF without CR. */
  public boolean hasBareLineEnd() {
    return bare;
  }

  public byte[] content() {
    return content.toByteArray();
  }

  private void take(byte octet) {
    switch (state) {
      case LINE_START -> {
        if (octet == '.') {
          state = At.DOT;
        } else {
          text(octet);
        }
      }
      case DOT -> {
        if (octet == '\r') {
          state = At.DOT_CR;
        } else {
          // The first dot of a line is stuffing, whatever follows it.
          text(octet);
        }
      }
      case DOT_CR -> {
        if (octet == '\n') {
          whole = true;
        } else {
          bare = true;
          keep('\r');
          text(octet);
        }
      }
      case CR -> {
        bare |= octet != '\n';
        keep(octet);
        state = octet == '\n' ? At.LINE_START : octet == '\r' ? At.CR : At.TEXT;
      }
      case TEXT -> text(octet);
    }
  }

  /** Keeps everything up to the next CR at once, since nearly all content is such text. */
  private int text(byte[] octets, int start, int limitIndex) {
    int end = start;
    while (end < limitIndex && octets[end] != '\r') {
      bare |= octets[end] == '\n';
      end++;
    }
    int count = Math.min(end - start, limit - content.size());
    content.write(octets, start, count);
    overLimit |= count < end - start;
    return end;
  }

  private void text(byte octet) {
    bare |= octet == '\n';
    keep(octet);
    state = octet == '\r' ? At.CR : At.TEXT;
  }

  private void keep(int octet) {
    if (content.size() < limit) {
      content.write(octet);
    } else {
      overLimit = true;
    }
  }
}
