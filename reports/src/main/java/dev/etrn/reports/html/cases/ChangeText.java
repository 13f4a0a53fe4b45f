package dev.etrn.reports.html.cases;

import dev.etrn.reports.comparison.CaseChange;

/**
 * The sign, the words and the colour of a change on a page.
 *
 * @param colour the class of the verdict that has this colour
 */
public record ChangeText(String name, String words, String mark, String colour) {

  static ChangeText of(CaseChange change) {
    return switch (change) {
      case NEW_FAILURE -> text(change, "\u2717", "FAIL");
      case LOST -> text(change, "?", "FAIL");
      case VANISHED -> text(change, "\u2013", "FAIL");
      case FIXED -> text(change, "\u2713", "PASS");
      case OTHER_VERDICT -> text(change, "\u25B2", "WARN");
      case OTHER_EVIDENCE -> text(change, "\u25CF", "NOTE");
      case ADDED -> text(change, "+", "NOTE");
    };
  }

  private static ChangeText text(CaseChange change, String mark, String colour) {
    return new ChangeText(change.name(), change.words(), mark, colour);
  }
}
