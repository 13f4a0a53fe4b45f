package dev.etrn.server.delivery.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The further connections of queue runs, which share a run's mail with its first connection; a
 * bounded number for all runs together, and none waits for another.
 */
final class ParallelConnections {

  private static final Logger log = LoggerFactory.getLogger(ParallelConnections.class);
  private static final long UNWINDING_MILLIS = 1000;

  private final Semaphore free;

  ParallelConnections(int limit) {
    this.free = new Semaphore(limit);
  }

  /** Starts work at once in its own thread; empty when the limit is reached. */
  Optional<Thread> start(String name, Runnable work) {
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    var lane = new Thread(() -> run(name, work), name);
    lane.setDaemon(true);
    lane.start();
    return Optional.of(lane);
  }

  /** Waits until all have ended; an interrupt cuts them. */
  static void join(List<Thread> lanes) {
    try {
      for (Thread lane : lanes) {
        lane.join();
      }
    } catch (InterruptedException e) {
      cut(lanes);
      Thread.currentThread().interrupt();
    }
  }

  private static void cut(List<Thread> lanes) {
    lanes.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UNWINDING_MILLIS);
    try {
      for (Thread lane : lanes) {
        long remainingMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        lane.join(Math.max(1, remainingMillis));
      }
    } catch (InterruptedException e) {
      log.debug("interrupted again; the connections are cut all the same");
    }
  }

  private void run(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("{} failed", name, e);
    } finally {
      free.release();
    }
  }
}
