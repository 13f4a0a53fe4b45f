package dev.etrn.suites.transcript;

/**
 * The harness's end of a connection in a transcript, such as {@code C1} or {@code S3}.
 *
 * @param side the part of the harness that holds this end
 * @param number the number of the connection on that side of the transcript, from 1
 */
public record End(Side side, int number) {

  /**
   * The side of the harness: the client that sends ETRN, the mail exchanger that receives mail, or
   * the provider that receives the ETRN of a client under test.
   */
  public enum Side {
    CLIENT('C'),
    SINK('S'),
    PROVIDER('P');

    private final char letter;

    Side(char letter) {
      this.letter = letter;
    }
  }

  /** Reads the form that {@link #toString()} writes. */
  public static End parse(String text) {
    for (Side side : Side.values()) {
      if (text.length() > 1 && text.charAt(0) == side.letter) {
        return new End(side, Integer.parseInt(text.substring(1)));
      }
    }
    throw new IllegalArgumentException("not an end such as C1 or S3: " + text);
  }

  @Override
  public String toString() {
    return side.letter + Integer.toString(number);
  }
}
