package dev.etrn.reports.cli;

import dev.etrn.reports.directory.RecordedRun;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.RunResult;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.Waivers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of the target already. */
final class ExpectationOptions {

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "Known deviations of the target; the exit code does not count them.")
  private @Nullable Path waivers;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "The results.json of an earlier run, or its directory; FAILs that it has too are not"
              + " counted, and what became worse exits with 5.")
  private @Nullable Path baseline;

  /**
   * The earlier run, read before anything is played.
   *
   * @param profile which it must have been judged with, for else its verdicts mean another thing
   */
  Optional<RunResult> baseline(Profile profile) throws ConfigurationError {
    if (baseline == null) {
      return Optional.empty();
    }
    RunResult run = RecordedRun.verdicts(baseline).run();
    if (run.profile() != profile) {
      throw new ConfigurationError(
          "the baseline "
              + baseline
              + " was judged with the profile "
              + run.profile().name().toLowerCase(Locale.ROOT)
              + ": compare runs of one profile");
    }
    return Optional.of(run);
  }

  boolean isAnyGiven() {
    return waivers != null || baseline != null;
  }

  boolean hasWaivers() {
    return waivers != null;
  }

  /** Reads the files, so that a mistake in them shows before anything is played. */
  Waivers waivers() throws ConfigurationError {
    return waivers == null ? Waivers.none() : Waivers.read(waivers);
  }
}
