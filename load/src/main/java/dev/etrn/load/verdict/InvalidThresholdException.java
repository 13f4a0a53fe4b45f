package dev.etrn.load.verdict;

/** A threshold that cannot be read; the message says what to write instead. */
public final class InvalidThresholdException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidThresholdException(String text, String expected) {
    super("the threshold '" + text + "' cannot be read: " + expected);
  }
}
