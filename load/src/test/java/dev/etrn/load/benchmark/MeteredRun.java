package dev.etrn.load.benchmark;

import dev.etrn.load.engine.GatlingRun;
import dev.etrn.load.engine.GatlingRun.Outcome;
import dev.etrn.load.engine.GatlingRun.RunFailedException;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Runs of the load engine that count only when every request was accepted, and is in its log. */
final class MeteredRun {

  private MeteredRun() {}

  /**
   * @param made makes the simulation, which tells the meter
   * @param requests how many have to be in the log
   * @param results where the engine writes
   */
  static Meter.Result of(
      Class<? extends Simulation> type,
      Supplier<? extends Simulation> made,
      long requests,
      Meter meter,
      Path results)
      throws RunFailedException, InterruptedException {
    Outcome outcome = GatlingRun.run(type, made, results);
    boolean isWhole = !outcome.isLogIncomplete() && outcome.requests() == requests;
    if (outcome.exitCode() != 0 || !isWhole) {
      throw new IllegalStateException("not all were accepted and logged: " + outcome);
    }
    return meter.result();
  }
}
