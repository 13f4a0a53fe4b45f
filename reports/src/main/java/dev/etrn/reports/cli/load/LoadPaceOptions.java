package dev.etrn.reports.cli.load;

import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.reports.cli.option.Durations;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the amount of load and its duration. */
final class LoadPaceOptions {

  private static final double MAX_RATE = 100_000;
  private static final int MAX_COUNT = 1_000_000;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Start N sessions a second, whether or not earlier ones have ended.")
  private @Nullable Double rate;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Keep N sessions open; the next begins when one ends.")
  private @Nullable Integer users;

  @Option(
      names = "--duration",
      paramLabel = "D",
      description = "Length of the run, such as 30s or 5m (default: ${DEFAULT-VALUE}).")
  private String duration = "20s";

  @Option(names = "--nodes", paramLabel = "M", description = "Number of partners.")
  private @Nullable Integer nodes;

  @Option(
      names = "--messages",
      paramLabel = "N",
      description = "Number of messages that wait for each partner (trigger and hit-and-run).")
  private @Nullable Integer messages;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  LoadOptions options(String permitted, OptionalInt etrnsPerSession) {
    if (rate != null && users != null) {
      throw usageError("--rate and --users exclude each other: give one of them");
    }
    if (rate != null && !(rate > 0 && rate <= MAX_RATE)) {
      throw usageError("--rate takes a number above 0 and up to " + (int) MAX_RATE);
    }
    return new LoadOptions(
        rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
        number("--users", users),
        duration(),
        number("--nodes", nodes),
        number("--messages", messages),
        permitted,
        etrnsPerSession);
  }

  private OptionalInt number(String option, @Nullable Integer value) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < 1 || value > MAX_COUNT) {
      throw usageError(option + " takes a number from 1 to " + MAX_COUNT);
    }
    return OptionalInt.of(value);
  }

  private Duration duration() {
    return Durations.parse(duration)
        .filter(time -> !time.isZero())
        .orElseThrow(
            () -> usageError("--duration takes a time such as 30s or 5m, not '" + duration + "'"));
  }

  private ParameterException usageError(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
