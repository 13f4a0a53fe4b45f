package dev.etrn.load.protocol;

import java.net.InetSocketAddress;

/**
 * An observer of a simulation that does not know of it.
 *
 * @param target the address that all of the simulation's load has to go to
 * @param listener a listener that is called for each step, in addition to the simulation's own
 * @param start the source of intended starts; it is called for each user, and its answer counts if
 *     the simulation has no source of its own
 * @param sampler the sampler to use if the simulation has none
 */
public record ConnectionObserver(
    InetSocketAddress target,
    SessionListener listener,
    IntendedStart start,
    TranscriptSampler sampler) {

  /** The type of Gatling's statistics engine in a run that has an observer. */
  public interface Source {

    ConnectionObserver observer();
  }

  /** Returns a listener that calls both the observer's listener and the simulation's own. */
  SessionListener besides(SessionListener own) {
    return new SessionListener() {
      @Override
      public void ended(StepResult result) {
        listener.ended(result);
        own.ended(result);
      }

      @Override
      public void left(String scenario, long user) {
        listener.left(scenario, user);
        own.left(scenario, user);
      }
    };
  }

  IntendedStart besides(IntendedStart own) {
    return (scenario, user, startedNanos) -> {
      long observed = start.nanos(scenario, user, startedNanos);
      return own == IntendedStart.AS_STARTED ? observed : own.nanos(scenario, user, startedNanos);
    };
  }
}
