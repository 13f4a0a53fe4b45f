package dev.etrn.load.run;

import dev.etrn.load.run.ResourceUse.MemoryAt;
import dev.etrn.suites.targets.MachineUse;
import dev.etrn.suites.targets.RunningTarget;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A monitor of the target's resource use before, during and after the load. */
final class ResourceUseMonitor implements AutoCloseable {

  private static final int EVERY_SECONDS = 2;
  private static final int LAST_SECONDS = 15;
  private static final double NANOS = 1e9;

  private final RunningTarget target;
  private final long start = System.nanoTime();
  private final Optional<MachineUse> before;
  private final Queue<MemoryAt> course = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "use-of-target");
            thread.setDaemon(true);
            return thread;
          });

  private ResourceUseMonitor(RunningTarget target) {
    this.target = target;
    this.before = target.use();
  }

  static ResourceUseMonitor of(RunningTarget target) {
    var monitor = new ResourceUseMonitor(target);
    if (monitor.before.isPresent()) {
      var unused =
          monitor.scheduler.scheduleWithFixedDelay(
              monitor::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
    return monitor;
  }

  /**
   * Ends the monitoring, and returns the use since it began; empty if the target does not report
   * its use.
   */
  Optional<ResourceUse> used() throws InterruptedException {
    scheduler.shutdown();
    boolean unused = scheduler.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    return before.flatMap(
        first -> target.use().map(last -> ResourceUse.between(first, last, List.copyOf(course))));
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }

  private void look() {
    target
        .use()
        .ifPresent(
            use ->
                course.add(new MemoryAt((System.nanoTime() - start) / NANOS, use.residentBytes())));
  }
}
