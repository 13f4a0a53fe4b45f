package dev.etrn.server.delivery.schedule;

import java.time.Duration;

/**
 * How long a node whose exchanger failed is left alone, however often it is asked for.
 *
 * @param first after the first failure; doubles with each one after it
 * @param most at most
 */
public record Backoff(Duration first, Duration most) {

  public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  /**
   * @param failures in a row, at least 1
   */
  Duration after(int failures) {
    Duration wait = first.multipliedBy(1L << Math.min(failures - 1, 20));
    return wait.compareTo(most) < 0 ? wait : most;
  }
}
