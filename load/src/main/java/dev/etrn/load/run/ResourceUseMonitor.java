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

/** Looks at what a target uses, before, during and after load. */
final class ResourceUseMonitor implements AutoCloseable {

  private static final int EVERY_SECONDS = 2;
  private static final int LAST_SECONDS = 15;
  private static final double NANOS = 1e9;

  private final RunningTarget target;
  private final long start = System.nanoTime();
  private final Optional<MachineUse> before;
  private final Queue<MemoryAt> course = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clock =
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
    var watch = new ResourceUseMonitor(target);
    if (watch.before.isPresent()) {
      var unused =
          watch.clock.scheduleWithFixedDelay(
              watch::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
    return watch;
  }

  /** Since it began; the watch is over then. Empty when the target does not tell. */
  Optional<ResourceUse> used() throws InterruptedException {
    clock.shutdown();
    boolean unused = clock.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    return before.flatMap(
        from -> target.use().map(to -> ResourceUse.between(from, to, List.copyOf(course))));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void look() {
    target
        .use()
        .ifPresent(
            now ->
                course.add(new MemoryAt((System.nanoTime() - start) / NANOS, now.residentBytes())));
  }
}
