package dev.etrn.reports.cli.option;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times of options, such as {@code 30s} or {@code 5m}. */
public final class Durations {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

  private Durations() {}

  /** The time; empty when the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(form.group(1));
    return Optional.of(
        switch (form.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        });
  }
}
