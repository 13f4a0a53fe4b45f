package dev.etrn.load.protocol;

/**
 * Says when a virtual user was meant to start, so that latency counts from there and an injector
 * that lags does not flatter the server.
 */
@FunctionalInterface
public interface IntendedStart {

  /** As if every user had started when it was meant to. */
  IntendedStart AS_STARTED = (scenario, user, startedNanos) -> startedNanos;

  /**
   * Called once for each user, on its event loop, when it starts.
   *
   * @param scenario the name of Gatling's scenario
   * @param user the virtual user's number; Gatling counts them from 1 through all scenarios
   * @param startedNanos when it started, by {@link System#nanoTime()}
   * @return when it was meant to start, by the same clock
   */
  long nanos(String scenario, long user, long startedNanos);
}
