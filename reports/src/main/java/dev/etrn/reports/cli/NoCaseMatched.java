package dev.etrn.reports.cli;

/** A selection left no case to run. */
final class NoCaseMatched extends Exception {

  private static final long serialVersionUID = 1L;

  NoCaseMatched() {
    super("no case matches --select and --exclude; 'etrn cases' lists the ids");
  }
}
