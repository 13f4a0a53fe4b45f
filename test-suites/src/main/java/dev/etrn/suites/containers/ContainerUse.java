package dev.etrn.suites.containers;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import dev.etrn.suites.targets.MachineUse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** The resource use of a container by the engine's statistics; a query takes a second or two. */
final class ContainerUse {

  private static final Logger log = LoggerFactory.getLogger(ContainerUse.class);
  private static final int SECONDS = 10;

  private ContainerUse() {}

  /** Returns the use of a container; empty when the engine does not report it. */
  static Optional<MachineUse> of(String container) {
    try {
      return statistics(container).flatMap(ContainerUse::use);
    } catch (IOException | RuntimeException e) {
      // The client of the engine throws unchecked exceptions of many types.
      log.info("the engine does not report the resource use of {}: {}", container, e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Statistics> statistics(String container)
      throws IOException, InterruptedException {
    Queue<Statistics> received = new ConcurrentLinkedQueue<>();
    var callback =
        new ResultCallback.Adapter<Statistics>() {
          @Override
          public void onNext(Statistics statistics) {
            received.add(statistics);
          }
        };
    try (callback) {
      DockerClientFactory.instance()
          .client()
          .statsCmd(container)
          .withNoStream(true)
          .exec(callback)
          .awaitCompletion(SECONDS, TimeUnit.SECONDS);
    }
    return received.stream().reduce((before, last) -> last);
  }

  private static Optional<MachineUse> use(Statistics statistics) {
    MemoryStatsConfig memory = statistics.getMemoryStats();
    if (statistics.getCpuStats() == null
        || statistics.getCpuStats().getCpuUsage() == null
        || memory == null) {
      return Optional.empty();
    }
    long nanos = number(statistics.getCpuStats().getCpuUsage().getTotalUsage());
    long bytes = Math.max(0, number(memory.getUsage()) - cached(memory.getStats()));
    return Optional.of(new MachineUse(Duration.ofNanos(nanos), bytes));
  }

  /** Returns the cache of files, as the engine's own command counts it (control groups 1 and 2). */
  private static long cached(@Nullable StatsConfig stats) {
    if (stats == null) {
      return 0;
    }
    Long total = stats.getTotalInactiveFile();
    return total == null ? number(stats.getInactiveFile()) : total;
  }

  private static long number(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
