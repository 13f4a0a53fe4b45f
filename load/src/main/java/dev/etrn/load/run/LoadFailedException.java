package dev.etrn.load.run;

/** A run that cannot begin or has no result; the message says what to do. */
public final class LoadFailedException extends Exception {

  private static final long serialVersionUID = 1;

  LoadFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
