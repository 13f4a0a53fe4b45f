package dev.etrn.load.coordination;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what nobody tells of, such as a file. */
final class ConditionPoller {

  private static final int LOOK_MILLIS = 20;

  private ConditionPoller() {}

  /**
   * @return whether it came to be in time
   */
  static boolean until(Duration atMost, BooleanSupplier what) throws InterruptedException {
    long from = System.nanoTime();
    while (!what.getAsBoolean()) {
      if (System.nanoTime() - from > atMost.toNanos()) {
        return false;
      }
      boolean unused = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    return true;
  }
}
