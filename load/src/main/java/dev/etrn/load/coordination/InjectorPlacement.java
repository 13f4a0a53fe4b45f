package dev.etrn.load.coordination;

import dev.etrn.suites.targets.profile.Password;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The placement of the injectors of a run. */
public sealed interface InjectorPlacement {

  /** Returns the number of injectors; each has its own shard of the plan. */
  int count();

  /**
   * Injectors in processes of this machine that the run starts.
   *
   * @param main the main class, which takes the directory of the {@link Rendezvous} and the
   *     injector's index, from 1
   * @param classPath entries that go before the class path of this process
   * @param password the password of the plan's user; external tasks have it in their environment
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
   * Injectors in tasks that an engine such as Docker Swarm or Kubernetes runs, on any machines.
   *
   * @param share the existing directory of the {@link Rendezvous}, which all tasks see
   * @param within the longest time until all are up
   */
  record ExternalTasks(Path share, int count, Duration within) implements InjectorPlacement {}
}
