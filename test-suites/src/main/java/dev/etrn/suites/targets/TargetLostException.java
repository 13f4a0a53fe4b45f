package dev.etrn.suites.targets;

/** The error of a target that went away during a run; earlier results are kept. */
public final class TargetLostException extends TargetUnavailableException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence that says what to do
   */
  public TargetLostException(String message) {
    super(message);
  }
}
