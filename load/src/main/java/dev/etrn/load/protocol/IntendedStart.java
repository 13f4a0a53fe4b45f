package dev.etrn.load.protocol;

/**
 * The source of intended starts: when each virtual user was meant to start. Latency counts from
 * there, so that an injector that lags does not make the server look faster.
 */
@FunctionalInterface
public interface IntendedStart {

  /** The source that takes each user's actual start for the intended one. */
  IntendedStart AS_STARTED = (scenario, user, startedNanos) -> startedNanos;

  /**
   * Returns the intended start of a user; called once for each user, on its event loop, when it
   * starts.
   *
   * @param scenario the name of Gatling's scenario
   * @param user the virtual user's number; Gatling counts users from 1 across all scenarios
   * @param startedNanos the time at which it started, by {@link System#nanoTime()}
   * @return the time at which it was meant to start, by the same clock
   */
  long nanos(String scenario, long user, long startedNanos);
}
