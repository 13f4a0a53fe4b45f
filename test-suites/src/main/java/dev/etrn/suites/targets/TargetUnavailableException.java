package dev.etrn.suites.targets;

/** There is no mail server to test; the message says in one sentence what to do. */
public class TargetUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  public TargetUnavailableException(String message) {
    super(message);
  }

  public TargetUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
