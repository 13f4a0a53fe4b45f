package dev.etrn.suites.target;

/** There is no mail server to test; the message says in one sentence what to do. */
public class TargetUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  public TargetUnavailable(String message) {
    super(message);
  }

  public TargetUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
