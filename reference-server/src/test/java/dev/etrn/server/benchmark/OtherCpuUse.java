package dev.etrn.server.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** How much of the machine others use: all of {@code /proc/stat} but for what is ours. */
final class OtherCpuUse {

  private static final double NANOS_PER_TICK = 1e7;

  private final List<LongSupplier> ours = new ArrayList<>();
  private long from;
  private double allBefore;
  private long oursBefore;

  OtherCpuUse() {
    var self = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    ours.add(self::getProcessCpuTime);
  }

  /**
   * Counts a process or a container as ours.
   *
   * @param nanos of CPU that it has used
   */
  void except(LongSupplier nanos) {
    ours.add(nanos);
  }

  void begin() throws IOException {
    from = System.nanoTime();
    allBefore = allNanos();
    oursBefore = ourNanos();
  }

  /** Cores that others used since {@link #begin()}, on average. */
  double cores() throws IOException {
    double others = allNanos() - allBefore - (ourNanos() - oursBefore);
    return Math.max(0, others / (System.nanoTime() - from));
  }

  private long ourNanos() {
    return ours.stream().mapToLong(LongSupplier::getAsLong).sum();
  }

  /** User, nice, system and stolen time; interrupts belong to whoever has the traffic. */
  private static double allNanos() throws IOException {
    String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
    long ticks = 0;
    for (int field : new int[] {1, 2, 3, 8}) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks * NANOS_PER_TICK;
  }
}
