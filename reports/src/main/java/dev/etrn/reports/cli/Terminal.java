package dev.etrn.reports.cli;

import dev.etrn.reports.console.Palette;

/** What is known of the terminal: the launcher looks, since Java cannot on all versions. */
final class Terminal {

  private Terminal() {}

  static boolean isThere() {
    return Boolean.getBoolean("etrn.terminal");
  }

  /** Colours on a terminal, unless the user or NO_COLOR says no. */
  static Palette palette(boolean noColor) {
    String variable = System.getenv("NO_COLOR");
    return new Palette(isThere() && !noColor && (variable == null || variable.isEmpty()));
  }
}
