package dev.etrn.server.benchmark;

import dev.etrn.server.benchmark.client.ClientLoop;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** The CPU time of this process's threads, except the clients'. */
final class ServerCpu {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ServerCpu() {}

  /** Returns the CPU seconds since the process began. */
  static double seconds() {
    long nanos = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && !thread.getThreadName().startsWith(ClientLoop.THREADS)) {
        nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos / 1e9;
  }
}
