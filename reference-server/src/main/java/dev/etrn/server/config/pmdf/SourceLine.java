package dev.etrn.server.config.pmdf;

import java.util.List;

/**
 * A logical line: what was continued with backslashes is joined.
 *
 * @param file its name, as errors show it
 * @param number of its first physical line, from 1
 * @param text without line end
 */
record SourceLine(String file, int number, String text) {

  boolean isBlank() {
    return text.isBlank();
  }

  /** The words, separated by blanks and tabs; none for a blank line. */
  List<String> words() {
    return isBlank() ? List.of() : List.of(text.strip().split("[ \t]+"));
  }
}
