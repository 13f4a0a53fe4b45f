package dev.etrn.reports.cli;

import dev.etrn.suites.Cases;
import dev.etrn.suites.run.Expectations;
import dev.etrn.suites.run.RunResult;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.Waivers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of the target already. */
final class ExpectationOptions {

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "Known deviations of the target; the exit code does not count them.")
  private @Nullable Path waivers;

  /** Reads the files, so that a mistake in them shows before anything is played. */
  Waivers waivers() throws ConfigurationError {
    return waivers == null ? Waivers.none() : Waivers.read(waivers);
  }

  /** What {@code waivers} make of a run that ended now. */
  static Expectations expectations(Waivers waivers, RunResult run, Clock clock) {
    Set<String> catalogue =
        Cases.all().stream().map(one -> one.info().id()).collect(Collectors.toSet());
    return Expectations.of(waivers, run.cases(), catalogue, LocalDate.now(clock));
  }
}
