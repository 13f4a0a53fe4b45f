package dev.etrn.suites.targets;

/** A target that answered at first went away during a run; what was found before is kept. */
public final class TargetLostException extends TargetUnavailableException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence that says what to do
   */
  public TargetLostException(String message) {
    super(message);
  }
}
