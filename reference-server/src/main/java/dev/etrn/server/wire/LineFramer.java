package dev.etrn.server.wire;

import java.util.Arrays;

/**
 * The framer of lines, which end in CRLF and nothing else (SMTP-013, SMTP-014).
 *
 * <p>A line of more than {@value #LONGEST} octets, including its end, is reported once, when it
 * ends, and not kept (SMTP-017). The framer holds at most one line, and nothing between whole
 * lines.
 */
public final class LineFramer {

  /** The longest line, with its CRLF (RFC 5321 section 4.5.3.1.4). */
  public static final int LONGEST = 512;

  /** The receiver of lines. */
  public interface Lines {
    /** Receives a line without its CRLF; the array belongs to the receiver. */
    void line(byte[] octets);

    /** Receives the end of a line that was too long. */
    void tooLong();

    /** Returns true if the receiver takes no more lines for now. */
    boolean isFull();
  }

  /** The first size of the buffer, enough for most commands. */
  private static final int FIRST = 64;

  private static final byte[] NOTHING = {};

  /** The beginning of a line whose end has not arrived yet. */
  private byte[] line = NOTHING;

  private int length;
  private boolean discarding;
  private boolean afterCr;

  /**
   * Reads octets until {@code limit}, or until the receiver is full.
   *
   * @return the index of the first octet not read
   */
  public int read(byte[] octets, int start, int limit, Lines lines) {
    int index = start;
    while (index < limit && !lines.isFull()) {
      int end = indexOfLf(octets, index, limit);
      if (end == limit) {
        keep(octets, index, limit);
        return limit;
      }
      if (isWhole(octets, index, end)) {
        // Nearly every line takes this path, which needs no second copy.
        lines.line(Arrays.copyOfRange(octets, index, end - 1));
      } else {
        keep(octets, index, end);
        if (afterCr) {
          end(lines);
        } else {
          // A bare LF does not end a line.
          keep(octets, end, end + 1);
        }
      }
      index = end + 1;
    }
    return index;
  }

  /** Returns true if a line begins at {@code start}, and ends with the LF at {@code end}. */
  private boolean isWhole(byte[] octets, int start, int end) {
    return length == 0 && end > start && octets[end - 1] == '\r' && end - start < LONGEST;
  }

  private static int indexOfLf(byte[] octets, int start, int end) {
    int index = start;
    while (index < end && octets[index] != '\n') {
      index++;
    }
    return index;
  }

  private void keep(byte[] octets, int start, int end) {
    if (start == end) {
      return;
    }
    int count = Math.min(end - start, LONGEST - length);
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(FIRST, 2 * (length + count))));
    }
    System.arraycopy(octets, start, line, length, count);
    length += count;
    discarding |= count < end - start;
    afterCr = octets[end - 1] == '\r';
  }

  private void end(Lines lines) {
    // The CR is in the buffer; with its LF the line has length + 1 octets.
    boolean tooLong = discarding || length + 1 > LONGEST;
    byte[] whole = tooLong ? NOTHING : Arrays.copyOf(line, length - 1);
    line = NOTHING;
    length = 0;
    discarding = false;
    afterCr = false;
    if (tooLong) {
      lines.tooLong();
    } else {
      lines.line(whole);
    }
  }
}
