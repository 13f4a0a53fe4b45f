package dev.etrn.server.fault.delivery;

import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.queue.QueueSelection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The queue runner that ignores a selection that ran a short time ago, and answers that a run has
 * started.
 */
final class ThrottledQueueRunner implements QueueRunner {

  private static final long APART = Duration.ofSeconds(1).toNanos();

  private final QueueRunner correct;
  private final Map<QueueSelection, Long> lastRun = new ConcurrentHashMap<>();

  ThrottledQueueRunner(QueueRunner correct) {
    this.correct = correct;
  }

  @Override
  public Answer request(QueueSelection selection) {
    long now = System.nanoTime();
    Long last = lastRun.get(selection);
    if (last != null && now - last < APART) {
      return Answer.STARTED;
    }
    lastRun.put(selection, now);
    return correct.request(selection);
  }
}
