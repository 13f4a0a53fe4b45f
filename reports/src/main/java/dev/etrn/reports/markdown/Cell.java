package dev.etrn.reports.markdown;

import dev.etrn.reports.Printable;

/** Text of a target in a table cell. */
final class Cell {

  private Cell() {}

  /** No markup, no new cell, no new line. */
  static String text(String text) {
    return Printable.line(text).replaceAll("([\\\\|`*_<>\\[\\]&#!])", "\\\\$1");
  }
}
