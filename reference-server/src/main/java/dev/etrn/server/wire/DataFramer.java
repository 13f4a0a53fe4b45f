package dev.etrn.server.wire;

import java.io.ByteArrayOutputStream;

/**
 * Takes message content up to the line that holds a single dot, and undoes dot-stuffing (RFC 5321
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
  private At at = At.LINE_START;
  private boolean overLimit;
  private boolean bare;
  private boolean whole;

  /**
   * @param limit how many octets of content to keep at most
   */
  public DataFramer(int limit) {
    this.limit = limit;
  }

  /**
   * Reads octets until {@code to} or the end of the content.
   *
   * @return the index of the first octet not read
   */
  public int read(byte[] octets, int from, int to) {
    int index = from;
    while (index < to && !whole) {
      if (at == At.TEXT && octets[index] != '\r') {
        index = text(octets, index, to);
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

  /** Whether there is a CR without LF or an LF without CR. */
  public boolean hasBareLineEnd() {
    return bare;
  }

  public byte[] content() {
    return content.toByteArray();
  }

  private void take(byte octet) {
    switch (at) {
      case LINE_START -> {
        if (octet == '.') {
          at = At.DOT;
        } else {
          text(octet);
        }
      }
      case DOT -> {
        if (octet == '\r') {
          at = At.DOT_CR;
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
        at = octet == '\n' ? At.LINE_START : octet == '\r' ? At.CR : At.TEXT;
      }
      case TEXT -> text(octet);
    }
  }

  /** All up to the next CR is kept at once: nearly all content. */
  private int text(byte[] octets, int from, int to) {
    int end = from;
    while (end < to && octets[end] != '\r') {
      bare |= octets[end] == '\n';
      end++;
    }
    int count = Math.min(end - from, limit - content.size());
    content.write(octets, from, count);
    overLimit |= count < end - from;
    return end;
  }

  private void text(byte octet) {
    bare |= octet == '\n';
    keep(octet);
    at = octet == '\r' ? At.CR : At.TEXT;
  }

  private void keep(int octet) {
    if (content.size() < limit) {
      content.write(octet);
    } else {
      overLimit = true;
    }
  }
}
