package dev.etrn.load.run;

import java.nio.file.Path;

/**
 * What one injector reads and leaves behind, in its directory.
 *
 * @param directory exists
 */
public record InjectorFiles(Path directory) {

  /** The {@code LoadPlan}, as JSON. */
  public Path plan() {
    return directory.resolve("plan.json");
  }

  /** The times of all steps: an HdrHistogram log by second and tag. */
  public Path times() {
    return directory.resolve("injector.hlog");
  }

  /** A line {@code node,nanoseconds since 1970,accepted} for each ETRN that was written. */
  public Path asked() {
    return directory.resolve("asked.csv");
  }

  /** A line {@code node/number,taken} for each message whose final dot was written. */
  public Path sent() {
    return directory.resolve("sent.csv");
  }

  /** An {@link InjectorSummary}, as JSON; written last. */
  public Path summary() {
    return directory.resolve("injector.json");
  }

  /** What the injector itself printed. */
  public Path log() {
    return directory.resolve("injector.log");
  }
}
