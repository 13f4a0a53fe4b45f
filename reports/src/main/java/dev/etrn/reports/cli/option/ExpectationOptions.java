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

/** What is known of the target already. */
public final class ExpectationOptions {

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
              + ": compare runs of one profile");
    }
    return Optional.of(run);
  }

  public boolean isAnyGiven() {
    return waivers != null || baseline != null;
  }

  public boolean hasWaivers() {
    return waivers != null;
  }

  /** Reads the files, so that a mistake in them shows before anything is played. */
  public Waivers waivers() throws HarnessConfigurationException {
    return waivers == null ? Waivers.none() : Waivers.read(waivers);
  }
}
