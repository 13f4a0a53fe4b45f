package dev.etrn.suites.transcript;

/**
 * One end of one connection in a transcript, such as {@code C1} or {@code S3}.
 *
 * @param side who of the harness holds this end
 * @param number counts the connections of that side within a transcript, from 1
 */
public record End(Side side, int number) {

  /**
   * The harness is the client that asks, the mail exchanger that is delivered to, or the provider
   * that a client under test asks.
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

  /** The end named by {@code text}, the inverse of {@link #toString()}. */
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
