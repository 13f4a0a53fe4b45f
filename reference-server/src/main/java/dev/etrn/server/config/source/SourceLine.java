package dev.etrn.server.config.source;

import java.util.List;

/**
 * A logical line: what was continued with backslashes is joined.
 *
 * @param file its name, as errors show it
 * @param number of its first physical line, from 1
 * @param text without line end
 */
public record SourceLine(String file, int number, String text) {

  public boolean isBlank() {
    return text.isBlank();
  }

  /** The words, separated by blanks and tabs; none for a blank line. */
  public List<String> words() {
    return isBlank() ? List.of() : List.of(text.strip().split("[ \t]+"));
  }
}
