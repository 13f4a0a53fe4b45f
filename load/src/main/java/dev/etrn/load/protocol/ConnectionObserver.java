package dev.etrn.load.protocol;

import java.net.InetSocketAddress;

/**
 * Who watches a simulation that knows nothing of it.
 *
 * @param target where all of the simulation's load has to go
 * @param listener is told of each step, besides the simulation's own listener
 * @param start is told of each user that starts; it is asked where the simulation does not say when
 *     users were meant to start
 * @param sampler where the simulation has none
 */
public record ConnectionObserver(
    InetSocketAddress target,
    SessionListener listener,
    IntendedStart start,
    TranscriptSampler sampler) {

  /** What Gatling's statistics are when a run has an observer. */
  public interface Source {

    ConnectionObserver observer();
  }

  /** A listener that tells both. */
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
      long seen = start.nanos(scenario, user, startedNanos);
      return own == IntendedStart.AS_STARTED ? seen : own.nanos(scenario, user, startedNanos);
    };
  }
}
