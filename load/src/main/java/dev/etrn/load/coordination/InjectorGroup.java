package dev.etrn.load.coordination;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The injectors of a run, as far as it knows of them.
 *
 * @param processes those that it started itself, in their order; empty when others start them
 * @param within how long it may take until all are up
 * @param lead what lies between the start's being named and the start
 * @param hint what to look at when one is lost
 */
record InjectorGroup(List<InjectorProcess> processes, Duration within, Duration lead, String hint)
    implements AutoCloseable {

  private static final Duration UP = Duration.ofSeconds(60);

  /** The engine needs a moment to begin, longer where several compete for a machine. */
  private static final Duration LEAD = Duration.ofSeconds(2);

  /** A directory that machines share may show new files late. */
  private static final Duration LEAD_ELSEWHERE = Duration.ofSeconds(5);

  static InjectorGroup of(InjectorPlacement injectors, Rendezvous meeting, LoadProgress progress)
      throws IOException {
    if (injectors instanceof InjectorPlacement.ExternalTasks elsewhere) {
      progress.begins(
          "waiting for " + elsewhere.count() + " injectors to come to " + meeting.directory());
      return new InjectorGroup(
          List.of(), elsewhere.within(), LEAD_ELSEWHERE, "see the log of its task");
    }
    var here = (InjectorPlacement.LocalProcesses) injectors;
    var processes = new ArrayList<InjectorProcess>();
    for (int index = 1; index <= here.count(); index++) {
      String name = here.count() == 1 ? "" : index + ": ";
      LoadProgress own = new NamedProgress(progress, name);
      processes.add(InjectorProcess.start(here, meeting, index, own));
    }
    Duration lead = here.count() == 1 ? Duration.ZERO : LEAD;
    return new InjectorGroup(processes, UP, lead, "see injector.log in its directory");
  }

  /** Whether one may still do something; of others' tasks nobody knows. */
  boolean isThere(int index) {
    return processes.isEmpty() || processes.get(index - 1).isAlive();
  }

  /** Has those that it started write down what they have, and end. */
  void cut() {
    processes.forEach(InjectorProcess::cut);
  }

  @Override
  public void close() {
    processes.forEach(InjectorProcess::close);
  }

  /** Says which injector it is. */
  private record NamedProgress(LoadProgress to, String name) implements LoadProgress {
    @Override
    public void begins(String what) {
      to.begins(name + what);
    }

    @Override
    public void goesOn(String line) {
      to.goesOn(name + line);
    }
  }
}
