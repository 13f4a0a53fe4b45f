package dev.etrn.server.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The CPU use of other processes: all of {@code /proc/stat} except ours. */
final class OtherCpuUse {

  private static final double NANOS_PER_TICK = 1e7;

  private final List<LongSupplier> ours = new ArrayList<>();
  private long start;
  private double allBefore;
  private long oursBefore;

  OtherCpuUse() {
    var self = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    ours.add(self::getProcessCpuTime);
  }

  /**
   * Counts a process or a container as ours.
   *
   * @param nanos the nanoseconds of CPU that it has used
   */
  void except(LongSupplier nanos) {
    ours.add(nanos);
  }

  void begin() throws IOException {
    start = System.nanoTime();
    allBefore = allNanos();
    oursBefore = ourNanos();
  }

  /** Returns the average number of cores that others used since {@link #begin()}. */
  double cores() throws IOException {
    double others = allNanos() - allBefore - (ourNanos() - oursBefore);
    return Math.max(0, others / (System.nanoTime() - start));
  }

  private long ourNanos() {
    return ours.stream().mapToLong(LongSupplier::getAsLong).sum();
  }

  /** Returns user, nice, system and stolen time, without interrupts, which any traffic causes. */
  private static double allNanos() throws IOException {
    String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
    long ticks = 0;
    for (int field : new int[] {1, 2, 3, 8}) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks * NANOS_PER_TICK;
  }
}
