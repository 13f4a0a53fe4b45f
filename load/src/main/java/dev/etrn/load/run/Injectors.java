package dev.etrn.load.run;

import java.nio.file.Path;
import java.time.Duration;

/** Who makes the load of a run. */
public sealed interface Injectors {

  /** How many there are, each with its shard of the plan. */
  int count();

  /**
   * Processes of this machine that the run starts.
   *
   * @param main takes the directory of the {@link Meeting} and its index, from 1
   */
  record Here(Class<?> main, int count) implements Injectors {}

  /**
   * Tasks that an engine such as Docker Swarm or Kubernetes runs, on any machines.
   *
   * @param share a directory that all of them see; exists, and is the {@link Meeting}'s
   * @param within how long it may take until all are up
   */
  record Elsewhere(Path share, int count, Duration within) implements Injectors {}
}
