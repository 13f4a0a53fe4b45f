package dev.etrn.reports;

import dev.etrn.suites.judge.Verdict;

/**
 * The colours of verdicts on a terminal, or none; the word is always printed with its colour.
 *
 * @param isOn true if escape sequences are written
 */
public record Palette(boolean isOn) {

  public String paint(Verdict verdict, String text) {
    return isOn ? "\u001B[" + code(verdict) + "m" + text + "\u001B[0m" : text;
  }

  private static String code(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "32";
      case FAIL, ERROR -> "31";
      case WARN -> "33";
      case NOTE -> "36";
      case NOT_OFFERED, NOT_APPLICABLE, INCONCLUSIVE -> "2";
    };
  }
}
