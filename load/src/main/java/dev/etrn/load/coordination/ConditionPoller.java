package dev.etrn.load.coordination;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A poller for conditions that send no signal, such as the presence of a file. */
final class ConditionPoller {

  private static final int LOOK_MILLIS = 20;

  private ConditionPoller() {}

  /**
   * Waits until a condition holds.
   *
   * @return true if it held in time
   */
  static boolean until(Duration timeout, BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > timeout.toNanos()) {
        return false;
      }
      boolean unused = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    return true;
  }
}
