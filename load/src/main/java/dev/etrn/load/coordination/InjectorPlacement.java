package dev.etrn.load.coordination;

import dev.etrn.suites.targets.profile.Password;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who makes the load of a run. */
public sealed interface InjectorPlacement {

  /** How many there are, each with its shard of the plan. */
  int count();

  /**
   * Processes of this machine that the run starts.
   *
   * @param main takes the directory of the {@link Rendezvous} and its index, from 1
   * @param classPath comes before that of this process
   * @param password of the plan's user; tasks elsewhere have it in their environment
   */
  record LocalProcesses(Class<?> main, int count, List<Path> classPath, Optional<Password> password)
      implements InjectorPlacement {

    public LocalProcesses {
      classPath = List.copyOf(classPath);
    }

    public LocalProcesses(Class<?> main, int count) {
      this(main, count, List.of(), Optional.empty());
    }
  }

  /**
   * Tasks that an engine such as Docker Swarm or Kubernetes runs, on any machines.
   *
   * @param share a directory that all of them see; exists, and is the {@link Rendezvous}'s
   * @param within how long it may take until all are up
   */
  record ExternalTasks(Path share, int count, Duration within) implements InjectorPlacement {}
}
