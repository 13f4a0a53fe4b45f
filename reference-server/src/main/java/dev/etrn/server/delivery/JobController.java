package dev.etrn.server.delivery;

import dev.etrn.server.queue.Selection;
import dev.etrn.server.queue.WaitingMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queues, one job for each node at a time, a bounded number at once.
 *
 * <p>Requests for a node whose job waits or runs coalesce with it, and that job also sees what came
 * before the request. A node whose exchanger failed is not tried again before its back-off is over,
 * however many ETRNs ask for it (SEC-012, SEC-013); the request is kept and done then. Jobs outlive
 * the session that asked (ETRN-061).
 */
public final class JobController implements QueueRuns, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(JobController.class);

  private static final class Job {
    private boolean running;
    private boolean again;
  }

  private final WaitingMessages queue;
  private final QueueRun run;
  private final Backoff backoff;
  private final int mostJobs;
  private final Predicate<String> isHeld;
  private final ExecutorService workers;
  private final ScheduledExecutorService later;
  private final Map<String, Job> jobs = new HashMap<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private boolean closing;

  /**
   * @param isHeld whether mail for a node waits until it is asked for; otherwise what is left over
   *     is tried again by itself
   * @param connections how many runs, and so connections, at once
   * @param mostJobs how many nodes may have a job; beyond that requests are answered FULL
   */
  public JobController(
      WaitingMessages queue,
      QueueRun run,
      Backoff backoff,
      Predicate<String> isHeld,
      int connections,
      int mostJobs) {
    this.queue = queue;
    this.run = run;
    this.backoff = backoff;
    this.mostJobs = mostJobs;
    this.isHeld = isHeld;
    this.workers = Executors.newFixedThreadPool(connections, daemons("etrn-run-"));
    this.later = Executors.newSingleThreadScheduledExecutor(daemons("etrn-backoff-"));
  }

  @Override
  public Answer request(Selection selection) {
    Set<String> nodes = queue.nodes(selection);
    synchronized (jobs) {
      if (closing) {
        return Answer.CLOSING;
      }
      long added = nodes.stream().filter(node -> !jobs.containsKey(node)).count();
      if (jobs.size() + added > mostJobs) {
        return Answer.FULL;
      }
      nodes.forEach(this::schedule);
      return added > 0 || nodes.isEmpty() ? Answer.STARTED : Answer.COALESCED;
    }
  }

  /** Starts no more runs, and waits for those that run, but not for longer than the bound. */
  @Override
  public void close() {
    synchronized (jobs) {
      closing = true;
    }
    later.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static final int CLOSING_SECONDS = 5;

  private void schedule(String node) {
    Job job = jobs.get(node);
    if (job == null) {
      jobs.put(node, new Job());
      workers.execute(() -> work(node));
    } else {
      job.again = job.running;
    }
  }

  private void work(String node) {
    synchronized (jobs) {
      Job job = jobs.get(node);
      if (job == null || closing) {
        return;
      }
      job.running = true;
      job.again = false;
    }
    boolean reached = false;
    try {
      reached = run.deliver(node);
    } catch (RuntimeException e) {
      log.error("the queue run toward {} failed", node, e);
    } finally {
      done(node, reached);
    }
  }

  private void done(String node, boolean reached) {
    boolean isLeftOver = !isHeld.test(node) && !queue.nodes(new Selection.Node(node)).isEmpty();
    synchronized (jobs) {
      Job job = jobs.get(node);
      if (job == null || closing) {
        return;
      }
      job.running = false;
      if (!reached || isLeftOver) {
        job.again |= isLeftOver;
        Duration wait = backoff.after(failures.merge(node, 1, Integer::sum));
        // The job stays in the table: requests that come meanwhile coalesce with it.
        var unused =
            later.schedule(() -> retryOrForget(node, job), wait.toNanos(), TimeUnit.NANOSECONDS);
        job.running = true;
      } else {
        failures.remove(node);
        finish(node, job);
      }
    }
  }

  /** The back-off is over: try again if somebody asked meanwhile. */
  private void retryOrForget(String node, Job job) {
    synchronized (jobs) {
      finish(node, job);
    }
  }

  private void finish(String node, Job job) {
    if (job.again) {
      job.again = false;
      workers.execute(() -> work(node));
    } else {
      jobs.remove(node);
    }
  }

  private static java.util.concurrent.ThreadFactory daemons(String prefix) {
    var count = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
