package dev.etrn.reports.cli.exit;

/** A selection left no case to run. */
public final class NoCaseMatchedException extends Exception {

  private static final long serialVersionUID = 1L;

  public NoCaseMatchedException() {
    super("no case matches --select and --exclude; 'etrn cases' lists the ids");
  }
}
