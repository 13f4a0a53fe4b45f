package dev.etrn.load.benchmark;

import dev.etrn.load.engine.GatlingRun;
import dev.etrn.load.engine.GatlingRun.Outcome;
import dev.etrn.load.engine.GatlingRun.RunFailedException;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A metered run of the load engine, which counts only if every request was accepted and is in the
 * log.
 */
final class MeteredRun {

  private MeteredRun() {}

  /**
   * Runs a simulation, and returns what the meter measured.
   *
   * @param factory the factory of the simulation, which counts with the meter
   * @param requests the number of requests that have to be in the log
   * @param results the directory for the files of the engine
   */
  static Meter.Result of(
      Class<? extends Simulation> type,
      Supplier<? extends Simulation> factory,
      long requests,
      Meter meter,
      Path results)
      throws RunFailedException, InterruptedException {
    Outcome outcome = GatlingRun.run(type, factory, results);
    boolean isWhole = !outcome.isLogIncomplete() && outcome.requests() == requests;
    if (outcome.exitCode() != 0 || !isWhole) {
      throw new IllegalStateException("not all were accepted and logged: " + outcome);
    }
    return meter.result();
  }
}
