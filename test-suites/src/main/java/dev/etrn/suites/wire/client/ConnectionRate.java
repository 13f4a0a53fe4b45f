package dev.etrn.suites.wire.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The limit on the connections that the harness opens to a target each second; safe for several
 * threads.
 *
 * <p>It is a token bucket that holds the connections of one second, at least one, and fills
 * steadily: a burst of that size passes at once, and then each connection waits for its turn.
 */
public final class ConnectionRate {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** The time between connections at the first slow-down from no cap. */
  private static final long FIRST_NANOS = SECOND / 10;

  /** The slowest rate: one connection in five seconds. */
  private static final long SLOWEST_NANOS = 5 * SECOND;

  private long nanosEach;
  private long burstNanos;
  private final LongSupplier clock;
  private long nextFree;

  private ConnectionRate(long nanosEach, long burstNanos, LongSupplier clock) {
    this.nanosEach = nanosEach;
    this.burstNanos = burstNanos;
    this.clock = clock;
    this.nextFree = clock.getAsLong() - burstNanos;
  }

  /** Returns a rate without a cap, for loopback and the harness's own containers. */
  public static ConnectionRate unlimited() {
    return new ConnectionRate(0, 0, System::nanoTime);
  }

  /**
   * @param connections the number of connections per second, more than 0
   */
  public static ConnectionRate perSecond(double connections) {
    return perSecond(connections, System::nanoTime);
  }

  /**
   * @param clock the clock in nanoseconds, of any origin
   */
  static ConnectionRate perSecond(double connections, LongSupplier clock) {
    if (!(connections > 0) || Double.isInfinite(connections)) {
      throw new IllegalArgumentException("a rate is more than 0 connections per second");
    }
    long nanosEachConnection = (long) (SECOND / connections);
    return new ConnectionRate(nanosEachConnection, burst(nanosEachConnection), clock);
  }

  private static long burst(long nanosEachConnection) {
    return Math.max(0, SECOND - nanosEachConnection);
  }

  /** Returns the number of connections per second; infinite without a cap. */
  public synchronized double perSecond() {
    return nanosEach == 0 ? Double.POSITIVE_INFINITY : (double) SECOND / nanosEach;
  }

  /** Halves the rate, down to one connection in five seconds. */
  public synchronized void slowDown() {
    nanosEach =
        nanosEach == 0 ? FIRST_NANOS : Math.max(nanosEach, Math.min(SLOWEST_NANOS, nanosEach * 2));
    burstNanos = burst(nanosEach);
  }

  /** Lets no connection pass for this time. */
  public synchronized void pause(Duration time) {
    nextFree = Math.max(nextFree, clock.getAsLong() + time.toNanos());
  }

  /** Waits for the turn of one more connection; an interrupted thread does not wait. */
  public void await() {
    await(Duration.ofNanos(Long.MAX_VALUE));
  }

  /** Waits for the turn of one more connection, or until this time is over. */
  public void await(Duration atMost) {
    long turn = clock.getAsLong() + Math.min(reserve(), atMost.toNanos());
    long remaining;
    while ((remaining = turn - clock.getAsLong()) > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(remaining);
    }
  }

  /** Takes the next turn; returns the nanoseconds until it comes. */
  synchronized long reserve() {
    long now = clock.getAsLong();
    nextFree = Math.max(nextFree, now - burstNanos);
    long wait = Math.max(0, nextFree - now);
    nextFree += nanosEach;
    return wait;
  }
}
