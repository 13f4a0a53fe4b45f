package dev.etrn.reports.cli.exit;

/** The error of a selection that matches no case. */
public final class NoCaseMatchedException extends Exception {

  private static final long serialVersionUID = 1L;

  public NoCaseMatchedException() {
    super("no case matches --select and --exclude; 'etrn cases' lists the ids");
  }
}
