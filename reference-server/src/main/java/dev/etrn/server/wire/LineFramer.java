package dev.etrn.server.wire;

import java.util.Arrays;

/**
 * Cuts octets into lines that end in CRLF and nothing else (SMTP-013, SMTP-014).
 *
 * <p>A line of more than {@value #LONGEST} octets with its end is told once, when it ends, and not
 * kept (SMTP-017). Holds at most one line, and nothing between whole lines.
 */
public final class LineFramer {

  /** RFC 5321 section 4.5.3.1.4. */
  public static final int LONGEST = 512;

  /** Gets what was framed. */
  public interface Lines {
    /** A line without its CRLF; the array is the receiver's. */
    void line(byte[] octets);

    /** A line that was too long ended. */
    void tooLong();

    /** Whether no more lines are wanted for now. */
    boolean isFull();
  }

  /** Enough for most commands. */
  private static final int FIRST = 64;

  private static final byte[] NOTHING = {};

  /** The beginning of a line whose end did not come yet. */
  private byte[] line = NOTHING;

  private int length;
  private boolean discarding;
  private boolean afterCr;

  /**
   * Reads octets until {@code to}, or until the receiver is full.
   *
   * @return the index of the first octet not read
   */
  public int read(byte[] octets, int from, int to, Lines lines) {
    int at = from;
    while (at < to && !lines.isFull()) {
      int end = indexOfLf(octets, at, to);
      if (end == to) {
        keep(octets, at, to);
        return to;
      }
      if (isWhole(octets, at, end)) {
        // Nearly every line: it needs no second copy.
        lines.line(Arrays.copyOfRange(octets, at, end - 1));
      } else {
        keep(octets, at, end);
        if (afterCr) {
          end(lines);
        } else {
          // A bare LF ends nothing.
          keep(octets, end, end + 1);
        }
      }
      at = end + 1;
    }
    return at;
  }

  /** Whether a line begins at {@code at}, and ends with the LF at {@code end}. */
  private boolean isWhole(byte[] octets, int at, int end) {
    return length == 0 && end > at && octets[end - 1] == '\r' && end - at < LONGEST;
  }

  private static int indexOfLf(byte[] octets, int from, int to) {
    int at = from;
    while (at < to && octets[at] != '\n') {
      at++;
    }
    return at;
  }

  private void keep(byte[] octets, int from, int to) {
    if (from == to) {
      return;
    }
    int count = Math.min(to - from, LONGEST - length);
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(FIRST, 2 * (length + count))));
    }
    System.arraycopy(octets, from, line, length, count);
    length += count;
    discarding |= count < to - from;
    afterCr = octets[to - 1] == '\r';
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
