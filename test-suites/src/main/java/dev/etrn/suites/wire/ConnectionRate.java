package dev.etrn.suites.wire;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Keeps the harness from opening too many connections to a target in a second; safe for several
 * threads.
 *
 * <p>A bucket that holds one second's worth of connections and fills steadily: a burst of that many
 * goes through at once, and after it each connection waits for its turn.
 */
public final class ConnectionRate {

  private final long nanosEach;
  private final long burstNanos;
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
   * @param connections per second, at least 1
   */
  public static ConnectionRate perSecond(int connections) {
    return perSecond(connections, System::nanoTime);
  }

  /**
   * @param clock nanoseconds, of any origin
   */
  static ConnectionRate perSecond(int connections, LongSupplier clock) {
    if (connections < 1) {
      throw new IllegalArgumentException("a rate is at least 1 connection per second");
    }
    long second = TimeUnit.SECONDS.toNanos(1);
    long each = second / connections;
    return new ConnectionRate(each, second - each, clock);
  }

  /** Waits for the turn of one more connection; an interrupted thread goes at once. */
  public void await() {
    long turn = clock.getAsLong() + reserve();
    long left;
    while ((left = turn - clock.getAsLong()) > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Takes the next turn, and says in how many nanoseconds it comes. */
  synchronized long reserve() {
    if (nanosEach == 0) {
      return 0;
    }
    long now = clock.getAsLong();
    nextFree = Math.max(nextFree, now - burstNanos);
    long wait = Math.max(0, nextFree - now);
    nextFree += nanosEach;
    return wait;
  }
}
