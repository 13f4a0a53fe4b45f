package dev.etrn.suites.targets;

/** The error of a target that cannot be tested; the message says in one sentence what to do. */
public class TargetUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  public TargetUnavailableException(String message) {
    super(message);
  }

  public TargetUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
