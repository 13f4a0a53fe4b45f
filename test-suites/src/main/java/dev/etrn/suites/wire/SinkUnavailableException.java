package dev.etrn.suites.wire;

/** The error of a sink that cannot listen; the message says in one sentence what to do. */
public final class SinkUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  public SinkUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
