package dev.etrn.reports;

import dev.etrn.suites.judge.Verdict;

/** A sign for a verdict, so that nothing is told by colour alone. */
public final class VerdictMark {

  private VerdictMark() {}

  public static String of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "\u2713";
      case FAIL -> "\u2717";
      case WARN -> "\u25B2";
      case NOTE -> "\u25CF";
      case NOT_OFFERED, NOT_APPLICABLE -> "\u2013";
      case INCONCLUSIVE -> "?";
      case ERROR -> "!";
    };
  }
}
