package dev.etrn.server.config.source;

import java.util.Locale;
import java.util.Optional;

/**
 * One {@code OPTION=value} line.
 *
 * @param name in upper case
 * @param value without surrounding blanks
 */
public record OptionLine(SourceLine line, String name, String value) {

  /** Empty for a blank line, and for one that is no option, which is a problem then. */
  public static Optional<OptionLine> parse(SourceLine line, ProblemCollector problems) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    int equals = line.text().indexOf('=');
    if (equals < 0) {
      problems.error(line, "'" + line.text() + "' is no option; expected OPTION=value");
      return Optional.empty();
    }
    return Optional.of(
        new OptionLine(
            line,
            line.text().substring(0, equals).strip().toUpperCase(Locale.ROOT),
            line.text().substring(equals + 1).strip()));
  }
}
