package dev.etrn.load.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The meter of a benchmark: it counts ETRNs or sessions, and measures the time and the CPU time of
 * this process from a first one to a last one.
 */
final class Meter {

  private final long first;
  private final long last;
  private final AtomicLong counted = new AtomicLong();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Reading begin = new Reading(0, 0);
  private volatile Reading end = new Reading(0, 0);

  /**
   * Creates a meter.
   *
   * @param first the number of the ETRN or session at which measuring begins; those before it warm
   *     up
   * @param last the number of the ETRN or session at which measuring ends
   */
  Meter(long first, long last) {
    this.first = first;
    this.last = last;
  }

  /** Counts one more ETRN or session. */
  void count() {
    long number = counted.incrementAndGet();
    if (number == first) {
      begin = Reading.take();
    } else if (number == last) {
      end = Reading.take();
      done.countDown();
    }
  }

  /** Waits for the last ETRN or session, for two minutes at most, and returns the result. */
  Result result() throws InterruptedException {
    if (!done.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("only " + counted.get() + " of " + last);
    }
    double measured = last - first;
    double seconds = (end.nanos - begin.nanos) / 1e9;
    double cpuMicros = (end.cpuNanos - begin.cpuNanos) / 1e3;
    return new Result(measured / seconds, cpuMicros / measured);
  }

  /**
   * The result of a measurement.
   *
   * @param perSecond the number of ETRNs or sessions per second
   * @param cpuMicros the CPU time of this process for each, in microseconds
   */
  record Result(double perSecond, double cpuMicros) {}

  private record Reading(long nanos, long cpuNanos) {
    static Reading take() {
      var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Reading(System.nanoTime(), system.getProcessCpuTime());
    }
  }
}
