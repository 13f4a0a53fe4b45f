package dev.etrn.server.delivery.schedule;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of queue runs, a bounded number, and one thread for the end of back-offs. */
final class RunThreads {

  private static final Logger log = LoggerFactory.getLogger(RunThreads.class);
  private static final int UNWINDING_SECONDS = 2;

  private final ExecutorService workers;
  private final ScheduledExecutorService later;

  /**
   * @param mostRuns the most runs at once
   */
  RunThreads(int mostRuns) {
    this.workers = Executors.newFixedThreadPool(mostRuns, daemons("etrn-run-"));
    this.later = Executors.newSingleThreadScheduledExecutor(daemons("etrn-backoff-"));
  }

  /** Starts a run as soon as a thread is free. */
  void run(Runnable run) {
    workers.execute(run);
  }

  /** Starts work other than a run in the thread of the back-offs. */
  void execute(Runnable work) {
    later.execute(work);
  }

  /** Starts work other than a run after a wait, whatever the wall clock says. */
  ScheduledFuture<?> after(Duration wait, Runnable work) {
    return later.schedule(work, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits at most {@code atMost} for the runs that have begun, and then cuts them. */
  void close(Duration atMost) {
    later.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        log.warn("deliveries did not end within {} s, and are cut", atMost.toSeconds());
        workers.shutdownNow();
        boolean unwound = workers.awaitTermination(UNWINDING_SECONDS, TimeUnit.SECONDS);
        log.debug("all deliveries ended: {}", unwound);
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory daemons(String prefix) {
    var count = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
