package dev.etrn.server.wire;

import java.util.Arrays;

/**
 * Cuts octets into lines that end in CRLF and nothing else (SMTP-013, SMTP-014).
 *
 * <p>A line of more than {@value #LONGEST} octets with its end is told once, when it ends, and not
 * kept (SMTP-017). Holds at most one line.
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

  private final byte[] line = new byte[LONGEST];
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
      keep(octets, at, end);
      if (afterCr) {
        end(lines);
      } else {
        // A bare LF ends nothing.
        keep(octets, end, end + 1);
      }
      at = end + 1;
    }
    return at;
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
    System.arraycopy(octets, from, line, length, count);
    length += count;
    discarding |= count < to - from;
    afterCr = octets[to - 1] == '\r';
  }

  private void end(Lines lines) {
    // The CR is in the buffer; with its LF the line has length + 1 octets.
    boolean tooLong = discarding || length + 1 > LONGEST;
    byte[] whole = tooLong ? line : Arrays.copyOf(line, length - 1);
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
