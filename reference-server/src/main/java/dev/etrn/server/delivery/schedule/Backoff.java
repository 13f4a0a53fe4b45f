package dev.etrn.server.delivery.schedule;

import java.time.Duration;

/**
 * The wait before a node whose exchanger failed is tried again, however many requests come.
 *
 * @param first the wait after the first failure; it doubles with each further one
 * @param most the longest wait
 */
public record Backoff(Duration first, Duration most) {

  public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  /**
   * Returns the wait.
   *
   * @param failures the number of failures in a row, at least 1
   */
  Duration after(int failures) {
    Duration wait = first.multipliedBy(1L << Math.min(failures - 1, 20));
    return wait.compareTo(most) < 0 ? wait : most;
  }
}
