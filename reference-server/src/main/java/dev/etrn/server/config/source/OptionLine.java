package dev.etrn.server.config.source;

import java.util.Locale;
import java.util.Optional;

/**
 * An {@code OPTION=value} line.
 *
 * @param name the option in upper case
 * @param value the value without surrounding blanks
 */
public record OptionLine(SourceLine line, String name, String value) {

  /** Reads a line; empty for a blank line, and with an error for one that is not an option. */
  public static Optional<OptionLine> parse(SourceLine line, ProblemCollector problems) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    int equals = line.text().indexOf('=');
    if (equals < 0) {
      problems.error(line, "'" + line.text() + "' is not an option; expected OPTION=value");
      return Optional.empty();
    }
    return Optional.of(
        new OptionLine(
            line,
            line.text().substring(0, equals).strip().toUpperCase(Locale.ROOT),
            line.text().substring(equals + 1).strip()));
  }
}
