package dev.etrn.load.verdict;

/** A threshold that cannot be read; the message says what to write instead. */
public final class WrongThreshold extends Exception {

  private static final long serialVersionUID = 1;

  WrongThreshold(String text, String expected) {
    super("the threshold '" + text + "' cannot be read: " + expected);
  }
}
