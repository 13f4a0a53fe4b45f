package dev.etrn.reports.console;

/** Text from a target, fit for a terminal. */
final class Printable {

  private Printable() {}

  /** One line without control characters, which a terminal would obey. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\x7F-\\x9F]", "?");
  }
}
