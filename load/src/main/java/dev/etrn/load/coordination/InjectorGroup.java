package dev.etrn.load.coordination;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The injectors of a run, as far as the run knows them.
 *
 * @param processes the injectors that the run started itself, in order; empty if others start them
 * @param within the longest time until all are up
 * @param lead the time between the announcement of the start and the start
 * @param hint advice on where to look when an injector is lost
 */
record InjectorGroup(List<InjectorProcess> processes, Duration within, Duration lead, String hint)
    implements AutoCloseable {

  private static final Duration UP = Duration.ofSeconds(60);

  /**
   * The lead of local injectors; the engine needs a moment to begin, and longer if several share a
   * machine.
   */
  private static final Duration LEAD = Duration.ofSeconds(2);

  /** The lead of injectors on other machines; a shared directory may show new files late. */
  private static final Duration LEAD_ELSEWHERE = Duration.ofSeconds(5);

  static InjectorGroup of(InjectorPlacement injectors, Rendezvous rendezvous, LoadProgress progress)
      throws IOException {
    if (injectors instanceof InjectorPlacement.ExternalTasks tasks) {
      progress.begins(
          "waiting for " + tasks.count() + " injectors to come to " + rendezvous.directory());
      return new InjectorGroup(
          List.of(), tasks.within(), LEAD_ELSEWHERE, "see the log of its task");
    }
    var local = (InjectorPlacement.LocalProcesses) injectors;
    var processes = new ArrayList<InjectorProcess>();
    for (int index = 1; index <= local.count(); index++) {
      String name = local.count() == 1 ? "" : index + ": ";
      LoadProgress named = new NamedProgress(progress, name);
      processes.add(InjectorProcess.start(local, rendezvous, index, named));
    }
    Duration lead = local.count() == 1 ? Duration.ZERO : LEAD;
    return new InjectorGroup(processes, UP, lead, "see injector.log in its directory");
  }

  /** Returns true if an injector may still be at work; the state of external tasks is unknown. */
  boolean isThere(int index) {
    return processes.isEmpty() || processes.get(index - 1).isAlive();
  }

  /** Lets the injectors that the run started write what they have recorded, and end. */
  void cut() {
    processes.forEach(InjectorProcess::cut);
  }

  @Override
  public void close() {
    processes.forEach(InjectorProcess::close);
  }

  /** A progress listener that puts the injector's name before each line. */
  private record NamedProgress(LoadProgress progress, String name) implements LoadProgress {
    @Override
    public void begins(String activity) {
      progress.begins(name + activity);
    }

    @Override
    public void goesOn(String line) {
      progress.goesOn(name + line);
    }
  }
}
