package dev.etrn.server.delivery.schedule;

import dev.etrn.server.queue.QueueSelection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that runs, at fixed intervals, the channels whose mail is held (PMDF-028). It runs first
 * when the first interval is over.
 */
public final class PeriodicJob implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PeriodicJob.class);

  private final LongFunction<List<String>> channels;
  private final QueueRunner runs;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var daemon = new Thread(work, "etrn-periodic");
            daemon.setDaemon(true);
            return daemon;
          });
  private long number;
  private Duration interval = Duration.ZERO;
  private @Nullable ScheduledFuture<?> schedule;

  /**
   * @param channels the names of the channels that a job runs, by the number of the job since the
   *     start, from 1 on
   */
  public PeriodicJob(LongFunction<List<String>> channels, QueueRunner runs) {
    this.channels = channels;
    this.runs = runs;
  }

  /** Runs the job at this interval from now on; another interval ends the one before. */
  public synchronized void every(Duration next) {
    if (next.equals(interval)) {
      return;
    }
    if (schedule != null) {
      schedule.cancel(false);
    }
    interval = next;
    schedule =
        thread.scheduleAtFixedRate(
            this::runSafely, next.toNanos(), next.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs the job now, beside those of the interval; it counts as one of them. */
  public synchronized void run() {
    number++;
    List<String> due = channels.apply(number);
    log.info("periodic job {} runs the channels {}", number, due);
    due.forEach(channel -> runs.request(new QueueSelection.WholeChannel(channel)));
  }

  /** A job that fails must not end those that follow. */
  private void runSafely() {
    try {
      run();
    } catch (RuntimeException e) {
      log.error("the periodic job failed", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
