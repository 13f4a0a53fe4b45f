package dev.etrn.reports.run;

import dev.etrn.suites.run.result.CaseResult;

/** The count of the verdict of a repeated case, in words that all renderings share. */
public final class RepeatText {

  private RepeatText() {}

  /** Returns the count, such as {@code 2 of 5, unstable}; empty for a case that was played once. */
  public static String of(CaseResult result) {
    int attempts = result.attempts().size();
    if (attempts == 1) {
      return "";
    }
    return result.times() + " of " + attempts + (result.isUnstable() ? ", unstable" : "");
  }
}
