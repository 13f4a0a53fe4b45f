package dev.etrn.server.config.source;

import java.util.List;

/**
 * A logical line: physical lines that end in a backslash are joined with the next.
 *
 * @param file the name of the file, as errors show it
 * @param number the number of its first physical line, from 1
 * @param text the text without line end
 */
public record SourceLine(String file, int number, String text) {

  public boolean isBlank() {
    return text.isBlank();
  }

  /** Returns the words, separated by blanks and tabs; none for a blank line. */
  public List<String> words() {
    return isBlank() ? List.of() : List.of(text.strip().split("[ \t]+"));
  }
}
