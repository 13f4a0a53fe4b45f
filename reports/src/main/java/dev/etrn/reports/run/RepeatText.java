package dev.etrn.reports.run;

import dev.etrn.suites.run.result.CaseResult;

/** How often a repeated case got its verdict, in the words that all renderings use. */
public final class RepeatText {

  private RepeatText() {}

  /** Such as {@code 2 of 5, unstable}; empty for a case that was played once. */
  public static String of(CaseResult result) {
    int attempts = result.attempts().size();
    if (attempts == 1) {
      return "";
    }
    return result.times() + " of " + attempts + (result.isUnstable() ? ", unstable" : "");
  }
}
