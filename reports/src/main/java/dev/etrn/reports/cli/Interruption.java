package dev.etrn.reports.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps what a run has found when the process is told to end. The virtual machine then exits with
 * 130 for an interrupt, and 143 for a termination.
 */
final class Interruption implements AutoCloseable {

  private static final int MOST_SECONDS = 10;

  private final AtomicBoolean isOver = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Runnable keep) {
    this.hook =
        new Thread(
            () -> {
              if (isOver.compareAndSet(false, true)) {
                keep.run();
              } else {
                awaitClose();
              }
            },
            "etrn-interrupted");
  }

  /** A run that is over may be writing its report. */
  private void awaitClose() {
    try {
      boolean unused = closed.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Interruption keeping(Runnable keep) {
    var interruption = new Interruption(keep);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /**
   * The run has ended by itself; nothing is left to keep.
   *
   * @return false when it was interrupted before that, and what it has found is being kept
   */
  boolean over() {
    return isOver.compareAndSet(false, true);
  }

  @Override
  public void close() {
    isOver.set(true);
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has seen that there is nothing to keep.
      isOver.set(true);
    }
  }
}
