package dev.etrn.reports.cli.option;

import dev.etrn.suites.judge.Profile;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How findings are weighed, and what is drawn by chance. */
public final class JudgingOptions {

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "default or strict; strict makes a FAIL of a WARN where the catalogue says so.")
  private Profile profile = Profile.DEFAULT;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the message tokens, to repeat a run octet for octet.")
  private @Nullable Long seed;

  public Profile profile() {
    return profile;
  }

  /** As given, or drawn anew with each call. */
  public long seed() {
    return seed == null ? RandomGenerator.getDefault().nextLong(1L << 40) : seed;
  }

  /** These options again, for a command that repeats the run. */
  public String again() {
    return profile == Profile.STRICT ? " --profile strict" : "";
  }
}
