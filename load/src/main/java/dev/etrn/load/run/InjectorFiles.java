package dev.etrn.load.run;

import java.io.IOException;
import java.nio.file.Files;
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

  /** Removes what an earlier run left that says how it ended. */
  void clear() throws IOException {
    Files.deleteIfExists(summary());
    Files.deleteIfExists(sample());
    Files.deleteIfExists(failure());
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

  /** A {@code Conformance}, as JSON; not there when no session was to be judged. */
  public Path sample() {
    return directory.resolve("sample.json");
  }

  /** The transcripts of sessions that show a breach. */
  public Path transcripts() {
    return directory.resolve("transcripts");
  }

  /** Why the simulation did not come to its end, in one sentence; not there when it did. */
  public Path failure() {
    return directory.resolve("failure.txt");
  }

  /** What the load engine printed, such as which assertions hold. */
  public Path engine() {
    return directory.resolve("engine.txt");
  }

  /** What the injector itself printed. */
  public Path log() {
    return directory.resolve("injector.log");
  }
}
