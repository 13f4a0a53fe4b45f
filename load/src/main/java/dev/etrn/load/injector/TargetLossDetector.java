package dev.etrn.load.injector;

import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import dev.etrn.load.protocol.StepResult;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The detector of a lost target. A target is lost, and not just busy, if it refuses each connection
 * for {@value #SECONDS} seconds and answers nothing meanwhile.
 */
final class TargetLossDetector {

  private static final int SECONDS = 5;

  private final LongAdder refused = new LongAdder();
  private final LongAdder alive = new LongAdder();
  private final AtomicInteger seconds = new AtomicInteger();

  void saw(StepResult step) {
    boolean isRefused = step.error() == StepError.REFUSED || step.error() == StepError.UNREACHABLE;
    if (step.step() == Step.CONNECT && isRefused) {
      refused.increment();
    } else if (step.error() == null) {
      alive.increment();
    }
  }

  /**
   * Returns true if the target is lost; call it once a second. A second without any attempt does
   * not count.
   */
  boolean isGoneAfterAnotherSecond() {
    boolean isAlive = alive.sumThenReset() > 0;
    boolean isTried = refused.sumThenReset() > 0;
    if (isAlive) {
      seconds.set(0);
    } else if (isTried) {
      seconds.incrementAndGet();
    }
    return isGone();
  }

  boolean isGone() {
    return seconds.get() >= SECONDS;
  }
}
