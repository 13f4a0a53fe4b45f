package dev.etrn.suites.wire.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Keeps the harness from opening too many connections to a target in a second; safe for several
 * threads.
 *
 * <p>A bucket that holds one second's worth of connections, and one at least, and fills steadily: a
 * burst of that many goes through at once, and after it each connection waits for its turn.
 */
public final class ConnectionRate {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** From no cap to the first one. */
  private static final long FIRST_NANOS = SECOND / 10;

  /** One connection in five seconds. */
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

  /** No cap, for loopback and the harness's own containers. */
  public static ConnectionRate unlimited() {
    return new ConnectionRate(0, 0, System::nanoTime);
  }

  /**
   * @param connections per second, more than 0
   */
  public static ConnectionRate perSecond(double connections) {
    return perSecond(connections, System::nanoTime);
  }

  /**
   * @param clock nanoseconds, of any origin
   */
  static ConnectionRate perSecond(double connections, LongSupplier clock) {
    if (!(connections > 0) || Double.isInfinite(connections)) {
      throw new IllegalArgumentException("a rate is more than 0 connections per second");
    }
    long each = (long) (SECOND / connections);
    return new ConnectionRate(each, burst(each), clock);
  }

  private static long burst(long each) {
    return Math.max(0, SECOND - each);
  }

  /** How many connections a second may be opened; infinite without a cap. */
  public synchronized double perSecond() {
    return nanosEach == 0 ? Double.POSITIVE_INFINITY : (double) SECOND / nanosEach;
  }

  /** Halves the rate, down to one connection in five seconds. */
  public synchronized void slowDown() {
    nanosEach =
        nanosEach == 0 ? FIRST_NANOS : Math.max(nanosEach, Math.min(SLOWEST_NANOS, nanosEach * 2));
    burstNanos = burst(nanosEach);
  }

  /** Gives no turn to anybody for this time. */
  public synchronized void pause(Duration time) {
    nextFree = Math.max(nextFree, clock.getAsLong() + time.toNanos());
  }

  /** Waits for the turn of one more connection; an interrupted thread goes at once. */
  public void await() {
    await(Duration.ofNanos(Long.MAX_VALUE));
  }

  /** Waits for the turn of one more connection, or until this time is over. */
  public void await(Duration atMost) {
    long turn = clock.getAsLong() + Math.min(reserve(), atMost.toNanos());
    long left;
    while ((left = turn - clock.getAsLong()) > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Takes the next turn, and says in how many nanoseconds it comes. */
  synchronized long reserve() {
    long now = clock.getAsLong();
    nextFree = Math.max(nextFree, now - burstNanos);
    long wait = Math.max(0, nextFree - now);
    nextFree += nanosEach;
    return wait;
  }
}
