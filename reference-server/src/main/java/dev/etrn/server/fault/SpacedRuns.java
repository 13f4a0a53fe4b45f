package dev.etrn.server.fault;

import dev.etrn.server.delivery.QueueRuns;
import dev.etrn.server.queue.Selection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs nothing for a selection that was run a short time ago, and says that it was started. */
final class SpacedRuns implements QueueRuns {

  private static final long APART = Duration.ofSeconds(1).toNanos();

  private final QueueRuns correct;
  private final Map<Selection, Long> lastRun = new ConcurrentHashMap<>();

  SpacedRuns(QueueRuns correct) {
    this.correct = correct;
  }

  @Override
  public Answer request(Selection selection) {
    long now = System.nanoTime();
    Long last = lastRun.get(selection);
    if (last != null && now - last < APART) {
      return Answer.STARTED;
    }
    lastRun.put(selection, now);
    return correct.request(selection);
  }
}
