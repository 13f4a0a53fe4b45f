package dev.etrn.reports;

import dev.etrn.suites.judge.Verdict;

/** The sign of a verdict, so that no page relies on colour alone. */
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
