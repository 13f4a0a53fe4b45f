package dev.etrn.reports.cli.terminal;

import dev.etrn.reports.Palette;
import picocli.CommandLine.Help;

/** What is known of the terminal: the launcher looks, since Java cannot on all versions. */
public final class Terminal {

  private Terminal() {}

  public static boolean isThere() {
    return Boolean.getBoolean("etrn.terminal");
  }

  /** Help has bold text by the same rules. */
  public static Help.ColorScheme help() {
    return Help.defaultColorScheme(palette(false).isOn() ? Help.Ansi.ON : Help.Ansi.OFF);
  }

  /** Colours on a terminal, unless the user or NO_COLOR says no. */
  public static Palette palette(boolean noColor) {
    String variable = System.getenv("NO_COLOR");
    return new Palette(isThere() && !noColor && (variable == null || variable.isEmpty()));
  }
}
