package dev.etrn.reports.cli.terminal;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The guard of a run, which keeps its results when the process is told to end. The virtual machine
 * then exits with 130 for an interrupt, and with 143 for a termination.
 */
public final class Interruption implements AutoCloseable {

  private static final int MAX_SECONDS = 10;

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

  /** Waits while a run that is over writes its report. */
  private void awaitClose() {
    try {
      boolean unused = closed.await(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static Interruption keeping(Runnable keep) {
    var interruption = new Interruption(keep);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /**
   * Returns the result of {@code run}, or empty if it was interrupted, so that its results so far
   * are kept. An exception of an interrupted run is dropped: its resources are closed under it.
   */
  public <T> Optional<T> unlessInterrupted(Callable<T> run) throws Exception {
    try {
      T result = run.call();
      return ends() ? Optional.of(result) : Optional.empty();
    } catch (Exception e) {
      if (ends()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Returns true if the run ends by itself, so that nothing is left to keep. */
  private boolean ends() {
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
