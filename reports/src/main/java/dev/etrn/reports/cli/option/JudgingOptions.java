package dev.etrn.reports.cli.option;

import dev.etrn.suites.judge.Profile;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for judging: the profile, and the seed of random values. */
public final class JudgingOptions {

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description =
          "default or strict; strict turns a WARN into a FAIL where the catalogue says so.")
  private Profile profile = Profile.DEFAULT;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all random values, to repeat a run octet for octet.")
  private @Nullable Long seed;

  public Profile profile() {
    return profile;
  }

  /** Returns the given seed, or a new random one with each call. */
  public long seed() {
    return seed == null ? RandomGenerator.getDefault().nextLong(1L << 40) : seed;
  }

  /** Returns these options as text, for a command that repeats the run. */
  public String replayOptions() {
    return profile == Profile.STRICT ? " --profile strict" : "";
  }
}
