package dev.etrn.reports.run.summary;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.Palette;
import dev.etrn.suites.inquiry.role.RoleFindings;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import java.io.PrintWriter;
import java.util.function.Predicate;

/** The progress of a run: a counter on a terminal, and a line now and then in a log. */
public final class ConsoleProgress implements RunListener {

  private static final String CLEAR_LINE = "\r\u001B[K";

  /** The number of cases between two lines of a log. */
  private static final int STEP = 25;

  private final PrintWriter out;
  private final boolean isTerminal;
  private final Palette palette;
  private final Predicate<CaseResult> isWaived;
  private int cases;
  private int played;

  /**
   * Creates the progress of one run.
   *
   * @param isWaived true if a waiver covers the outcome of a case
   */
  public ConsoleProgress(
      PrintWriter out, boolean isTerminal, Palette palette, Predicate<CaseResult> isWaived) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.palette = palette;
    this.isWaived = isWaived;
  }

  @Override
  public void starting(String target) {
    if (target.startsWith("mta:")) {
      out.println("starting " + target + "; its image is built first if it is missing");
      out.flush();
    }
  }

  @Override
  public void waitingForGreeting(String target) {
    out.println(target + " accepted the connection; waiting up to five minutes for its greeting");
    out.flush();
  }

  @Override
  public void started(TargetSeen target, int count) {
    cases = count;
    out.println(
        target.name()
            + " at "
            + target.address()
            + " greets: "
            + EscapedText.line(target.banner()));
    out.flush();
  }

  @Override
  public void checked(RoleFindings roles) {
    roles
        .misfits()
        .forEach(
            misfit -> out.println("  " + misfit.key() + ": " + EscapedText.line(misfit.text())));
    out.flush();
  }

  @Override
  public void finished(CaseResult result) {
    played++;
    printFailure(result);
    String count = played + " of " + cases + " cases";
    if (isTerminal && played < cases) {
      out.print(count);
    } else if (!isTerminal && played % STEP == 0) {
      out.println(count);
    }
    out.flush();
  }

  @Override
  public void triedAgain(CaseResult result) {
    printFailure(result);
    if (isTerminal) {
      out.print("tried again: " + result.info().id());
    }
    out.flush();
  }

  private void printFailure(CaseResult result) {
    if (isTerminal) {
      out.print(CLEAR_LINE);
    }
    if (result.verdict() == Verdict.FAIL || result.verdict() == Verdict.ERROR) {
      out.println(
          palette.paint(result.verdict(), result.verdict().name())
              + " "
              + result.info().id()
              + (isWaived.test(result) ? " (waived)" : ""));
    }
  }
}
