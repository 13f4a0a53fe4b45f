package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.Dialect;
import dev.etrn.server.config.EtrnPolicy;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.source.OptionLine;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceFile;
import dev.etrn.server.config.source.SourceLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file {@code etrn_options} of this server: options that PMDF's files do not have.
 *
 * <p>{@code DIALECT} names a {@link Dialect}; the others are 1 or 0. {@code UNLIMITED_ETRNS} lifts
 * the limit per session, for which PMDF has no value (PMDF-040).
 */
final class EtrnOptionsFile {

  private static final String FILE = "etrn_options";
  private static final String DIALECT = "DIALECT";
  private static final String TELL_COUNTS = "TELL_COUNTS";
  private static final String COUNT_REFUSED = "COUNT_REFUSED";
  private static final String REFUSE_WHILE_RUNNING = "REFUSE_WHILE_RUNNING";
  private static final String UNLIMITED = "UNLIMITED_ETRNS";

  private final ProblemCollector problems;
  private final Map<String, Boolean> flags = new HashMap<>();
  private Dialect dialect = Dialect.PMDF;

  private EtrnOptionsFile(ProblemCollector problems) {
    this.problems = problems;
    flags.put(TELL_COUNTS, true);
    flags.put(COUNT_REFUSED, false);
    flags.put(REFUSE_WHILE_RUNNING, false);
    flags.put(UNLIMITED, false);
  }

  /** Returns the options of the file, or the defaults when there is no file. */
  static EtrnOptionsFile of(Path directory, ProblemCollector problems) {
    var options = new EtrnOptionsFile(problems);
    if (Files.exists(directory.resolve(FILE))) {
      for (SourceLine line : new SourceFile(directory, problems).read(FILE)) {
        OptionLine.parse(line, problems).ifPresent(options::take);
      }
    }
    return options;
  }

  EtrnPolicy policy() {
    return new EtrnPolicy(
        dialect, isSet(TELL_COUNTS), isSet(COUNT_REFUSED), isSet(REFUSE_WHILE_RUNNING));
  }

  /**
   * Returns a channel's options, without their limit of ETRNs when {@code UNLIMITED_ETRNS} is set.
   */
  ChannelOptions withEtrnLimit(ChannelOptions options) {
    return isSet(UNLIMITED) ? options.withoutEtrnLimit() : options;
  }

  private boolean isSet(String flag) {
    return flags.getOrDefault(flag, false);
  }

  private void take(OptionLine option) {
    if (option.name().equals(DIALECT)) {
      Optional<Dialect> named =
          Arrays.stream(Dialect.values())
              .filter(known -> known.name().equals(option.value().toUpperCase(Locale.ROOT)))
              .findFirst();
      named.ifPresentOrElse(known -> dialect = known, () -> wrong(option, dialects()));
    } else if (!flags.containsKey(option.name())) {
      problems.warning(option.line(), "unknown option '" + option.name() + "'");
    } else if (option.value().equals("0") || option.value().equals("1")) {
      flags.put(option.name(), option.value().equals("1"));
    } else {
      wrong(option, "1 or 0");
    }
  }

  private void wrong(OptionLine option, String expected) {
    problems.error(
        option.line(), option.name() + " is '" + option.value() + "'; expected " + expected);
  }

  private static String dialects() {
    return "one of "
        + Arrays.stream(Dialect.values()).map(Dialect::name).collect(Collectors.joining(", "));
  }
}
