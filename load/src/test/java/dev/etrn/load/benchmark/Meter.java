package dev.etrn.load.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts ETRNs, and takes time and this process' CPU from a first one to a last one. */
final class Meter {

  private final long first;
  private final long last;
  private final AtomicLong count = new AtomicLong();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Reading begin = new Reading(0, 0);
  private volatile Reading end = new Reading(0, 0);

  /**
   * @param first the ETRN at which measuring begins; those before it warm up
   * @param last the one at which it ends
   */
  Meter(long first, long last) {
    this.first = first;
    this.last = last;
  }

  /** A reply to ETRN came. */
  void etrn() {
    long number = count.incrementAndGet();
    if (number == first) {
      begin = Reading.take();
    } else if (number == last) {
      end = Reading.take();
      done.countDown();
    }
  }

  /** Waits for the last one, for two minutes at most. */
  Result result() throws InterruptedException {
    if (!done.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("only " + count.get() + " ETRNs of " + last);
    }
    double etrns = last - first;
    double seconds = (end.nanos - begin.nanos) / 1e9;
    double cpuMicros = (end.cpuNanos - begin.cpuNanos) / 1e3;
    return new Result(etrns / seconds, cpuMicros / etrns);
  }

  /**
   * What one measurement gave.
   *
   * @param perSecond ETRNs per second
   * @param cpuMicros microseconds of this process' CPU for each
   */
  record Result(double perSecond, double cpuMicros) {}

  private record Reading(long nanos, long cpuNanos) {
    static Reading take() {
      var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Reading(System.nanoTime(), system.getProcessCpuTime());
    }
  }
}
