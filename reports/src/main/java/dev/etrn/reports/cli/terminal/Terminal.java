package dev.etrn.reports.cli.terminal;

import dev.etrn.reports.Palette;
import picocli.CommandLine.Help;

/** The terminal; the launcher detects it, since Java cannot in all versions. */
public final class Terminal {

  private Terminal() {}

  public static boolean isThere() {
    return Boolean.getBoolean("etrn.terminal");
  }

  /** Returns the style of help texts, which is plain where {@link #palette} has no colours. */
  public static Help.ColorScheme help() {
    return Help.defaultColorScheme(palette(false).isOn() ? Help.Ansi.ON : Help.Ansi.OFF);
  }

  /** Returns colours on a terminal, unless the user or NO_COLOR forbids them. */
  public static Palette palette(boolean noColor) {
    String variable = System.getenv("NO_COLOR");
    return new Palette(isThere() && !noColor && (variable == null || variable.isEmpty()));
  }
}
