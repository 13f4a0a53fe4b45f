package dev.etrn.reports.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps what a run has found when the process is told to end. The virtual machine then exits with
 * 130 for an interrupt, and 143 for a termination.
 */
final class Interruption implements AutoCloseable {

  private final AtomicBoolean isOver = new AtomicBoolean();
  private final Thread hook;

  private Interruption(Runnable keep) {
    this.hook =
        new Thread(
            () -> {
              if (isOver.compareAndSet(false, true)) {
                keep.run();
              }
            },
            "etrn-interrupted");
  }

  static Interruption keeping(Runnable keep) {
    var interruption = new Interruption(keep);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The run has ended by itself; nothing is left to keep. */
  void over() {
    isOver.set(true);
  }

  @Override
  public void close() {
    over();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has seen that there is nothing to keep.
      isOver.set(true);
    }
  }
}
