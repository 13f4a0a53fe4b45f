package dev.etrn.reports.cli.option;

import dev.etrn.reports.directory.RecordingReader;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.waivers.Waivers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for known deviations: waivers, and a baseline. */
public final class ExpectationOptions {

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "File of known deviations of the target, which the exit code does not count.")
  private @Nullable Path waivers;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "The results.json of an earlier run, or its directory; a FAIL that it also has does not"
              + " count, and a regression gives exit code 5.")
  private @Nullable Path baseline;

  /**
   * Returns the earlier run, which is read before any case is played.
   *
   * @param profile the profile that it must have been judged with, since with another one its
   *     verdicts mean something else
   */
  public Optional<RunResult> baseline(Profile profile) throws HarnessConfigurationException {
    if (baseline == null) {
      return Optional.empty();
    }
    RunResult run = RecordingReader.verdicts(baseline).run();
    if (run.profile() != profile) {
      throw new HarnessConfigurationException(
          "the baseline "
              + baseline
              + " was judged with the profile "
              + run.profile().name().toLowerCase(Locale.ROOT)
              + ": compare runs with the same profile");
    }
    return Optional.of(run);
  }

  public boolean isAnyGiven() {
    return waivers != null || baseline != null;
  }

  public boolean hasWaivers() {
    return waivers != null;
  }

  /** Reads the waivers, so that a mistake in them shows before any case is played. */
  public Waivers waivers() throws HarnessConfigurationException {
    return waivers == null ? Waivers.none() : Waivers.read(waivers);
  }
}
