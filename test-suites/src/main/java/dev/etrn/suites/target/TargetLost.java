package dev.etrn.suites.target;

/** A target that answered at first went away during a run; what was found before is kept. */
public final class TargetLost extends TargetUnavailable {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence that says what to do
   */
  public TargetLost(String message) {
    super(message);
  }
}
