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

/** What the engine's statistics say of a container; one look takes a second or two. */
final class ContainerUse {

  private static final Logger log = LoggerFactory.getLogger(ContainerUse.class);
  private static final int SECONDS = 10;

  private ContainerUse() {}

  /** Empty when the engine does not tell. */
  static Optional<MachineUse> of(String container) {
    try {
      return statistics(container).flatMap(ContainerUse::use);
    } catch (IOException | RuntimeException e) {
      // The client of the engine throws unchecked exceptions of many types.
      log.info("the engine does not tell what {} uses: {}", container, e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Statistics> statistics(String container)
      throws IOException, InterruptedException {
    Queue<Statistics> seen = new ConcurrentLinkedQueue<>();
    var keep =
        new ResultCallback.Adapter<Statistics>() {
          @Override
          public void onNext(Statistics one) {
            seen.add(one);
          }
        };
    try (keep) {
      DockerClientFactory.instance()
          .client()
          .statsCmd(container)
          .withNoStream(true)
          .exec(keep)
          .awaitCompletion(SECONDS, TimeUnit.SECONDS);
    }
    return seen.stream().reduce((before, last) -> last);
  }

  private static Optional<MachineUse> use(Statistics one) {
    MemoryStatsConfig memory = one.getMemoryStats();
    if (one.getCpuStats() == null || one.getCpuStats().getCpuUsage() == null || memory == null) {
      return Optional.empty();
    }
    long nanos = number(one.getCpuStats().getCpuUsage().getTotalUsage());
    long bytes = Math.max(0, number(memory.getUsage()) - cached(memory.getStats()));
    return Optional.of(new MachineUse(Duration.ofNanos(nanos), bytes));
  }

  /** As the engine's own command counts: control groups of version 1, or of version 2. */
  private static long cached(@Nullable StatsConfig stats) {
    if (stats == null) {
      return 0;
    }
    Long total = stats.getTotalInactiveFile();
    return total == null ? number(stats.getInactiveFile()) : total;
  }

  private static long number(@Nullable Long given) {
    return given == null ? 0 : given;
  }
}
