package dev.etrn.server.delivery.schedule;

import dev.etrn.server.delivery.run.QueueRun;
import dev.etrn.server.delivery.run.QueueRunResult;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.WaitingMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller of queue runs: one job for each node at a time, and a bounded number at once; so
 * each node has at most the connections of one run.
 *
 * <p>Requests for a node whose job waits or runs coalesce with it (PMDF-027), and that job also
 * delivers mail that arrived before the request. A node whose exchanger failed is not tried again
 * before its back-off is over, however many ETRNs ask for it (SEC-012, SEC-013), and whatever the
 * wall clock says; the request is kept and run then. Jobs outlive the session that asked
 * (ETRN-061).
 *
 * <p>The table of jobs is bounded. When it is full, nodes whose mail is not held take turns: the
 * controller looks for them in the queue again when there is room.
 */
public final class JobController implements QueueRunner, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(JobController.class);
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private enum Stage {
    WAITING,
    RUNNING,
    BACKING_OFF
  }

  private static final class Job {
    private Stage stage = Stage.WAITING;
    private boolean again;
    private @Nullable ScheduledFuture<?> backOff;
  }

  private final WaitingMessages queue;
  private final QueueRun run;
  private final Backoff backoff;
  private final int mostJobs;
  private final Predicate<String> isHeld;
  private final Clock clock;
  private final RunThreads threads;
  private final Map<String, Job> jobs = new HashMap<>();
  private final NodeHistory history;
  private final NodeRoundRobin turns = new NodeRoundRobin();
  private volatile boolean closing;

  /**
   * @param isHeld true if mail for a node waits until ETRN asks for it; other mail is tried again
   *     by itself
   * @param clock the clock of times that operators see; no decision depends on it
   * @param mostRuns the most runs at once
   * @param mostJobs the most nodes with a job; beyond that requests are answered FULL
   */
  public JobController(
      WaitingMessages queue,
      QueueRun run,
      Backoff backoff,
      Predicate<String> isHeld,
      Clock clock,
      int mostRuns,
      int mostJobs) {
    this.queue = queue;
    this.run = run;
    this.backoff = backoff;
    this.mostJobs = mostJobs;
    this.isHeld = isHeld;
    this.clock = clock;
    this.history = new NodeHistory(mostJobs);
    this.threads = new RunThreads(mostRuns);
  }

  @Override
  public Answer request(QueueSelection selection) {
    Set<String> nodes = queue.nodes(selection);
    synchronized (jobs) {
      if (closing) {
        return Answer.CLOSING;
      }
      long added = nodes.stream().filter(node -> !jobs.containsKey(node)).count();
      if (jobs.size() + added > mostJobs) {
        return overflow(nodes);
      }
      nodes.forEach(this::schedule);
      return added > 0 || nodes.isEmpty() ? Answer.STARTED : Answer.COALESCED;
    }
  }

  /**
   * Returns the delivery state of each node that has a job, and of those that ran last; at most
   * twice as many as there may be jobs.
   */
  public Map<String, NodeState> states() {
    synchronized (jobs) {
      var states = new TreeMap<String, NodeState>();
      history.nodes().forEach(node -> states.put(node, state(node)));
      jobs.keySet().forEach(node -> states.put(node, state(node)));
      return states;
    }
  }

  /** Closes the controller; runs have half a minute, see {@link #close(Duration)}. */
  @Override
  public void close() {
    close(CLOSING);
  }

  /**
   * Stops new runs; current runs finish the message under way, and leave the others in the queue.
   * Connections that are still open after {@code atMost} are cut, so a message whose transfer has
   * no reply yet is sent again after the next start.
   */
  public void close(Duration atMost) {
    synchronized (jobs) {
      closing = true;
    }
    threads.close(atMost);
  }

  /**
   * Schedules as many nodes as fit whose mail is not held, since no client will ask for it again.
   */
  private Answer overflow(Set<String> nodes) {
    for (String node : nodes) {
      if (!isHeld.test(node)) {
        if (jobs.containsKey(node) || jobs.size() < mostJobs) {
          schedule(node);
        } else {
          turns.missed();
        }
      }
    }
    return Answer.FULL;
  }

  private NodeState state(String node) {
    Job job = jobs.get(node);
    Optional<NodeHistory.Last> last = Optional.ofNullable(history.of(node));
    return new NodeState(
        last.map(NodeHistory.Last::when),
        last.map(NodeHistory.Last::reached).orElse(false),
        last.map(NodeHistory.Last::error).orElse(""),
        nextAttempt(job == null ? null : job.backOff),
        job != null && job.stage == Stage.RUNNING);
  }

  /**
   * Returns the time of the next attempt, from the remaining wait, so that it is right after the
   * clock was set.
   */
  private Optional<Instant> nextAttempt(@Nullable ScheduledFuture<?> wait) {
    return wait == null
        ? Optional.empty()
        : Optional.of(clock.instant().plusNanos(Math.max(0, wait.getDelay(TimeUnit.NANOSECONDS))));
  }

  private void schedule(String node) {
    Job job = jobs.get(node);
    if (job == null) {
      jobs.put(node, new Job());
      threads.run(() -> work(node));
    } else {
      job.again = job.stage != Stage.WAITING;
    }
  }

  private void work(String node) {
    synchronized (jobs) {
      Job job = jobs.get(node);
      if (job == null || closing) {
        return;
      }
      job.stage = Stage.RUNNING;
      job.again = false;
    }
    QueueRunResult result = new QueueRunResult(false, "the run failed");
    try {
      result = run.deliver(node, () -> closing);
    } catch (RuntimeException e) {
      log.error("the queue run toward {} failed", node, e);
    } finally {
      done(node, result);
    }
  }

  private void done(String node, QueueRunResult result) {
    boolean isLeftOver =
        !isHeld.test(node) && !queue.nodes(new QueueSelection.Node(node)).isEmpty();
    synchronized (jobs) {
      Job job = jobs.get(node);
      if (job == null || closing) {
        return;
      }
      boolean failed = !result.reached() || isLeftOver;
      int failures = history.ended(node, clock.instant(), result, failed);
      if (failed) {
        job.again |= isLeftOver;
        // SEC-012: the job stays in the table, so requests in the meantime coalesce with it.
        job.stage = Stage.BACKING_OFF;
        job.backOff = threads.after(backoff.after(failures), () -> tryAgainOrForget(node, job));
      } else {
        finish(node, job);
      }
    }
  }

  /** Ends a back-off: starts another run if one was requested in the meantime. */
  private void tryAgainOrForget(String node, Job job) {
    synchronized (jobs) {
      job.backOff = null;
      if (closing) {
        return;
      }
      if (turns.haveMissed() && !isHeld.test(node)) {
        // Other nodes wait for its place; its turn comes again.
        job.again = false;
      }
      finish(node, job);
    }
  }

  private void finish(String node, Job job) {
    if (job.again) {
      job.again = false;
      job.stage = Stage.WAITING;
      threads.run(() -> work(node));
    } else {
      jobs.remove(node);
      if (turns.comeWith(mostJobs - jobs.size(), mostJobs)) {
        threads.execute(this::fillSafely);
      }
    }
  }

  private void fillSafely() {
    try {
      fill();
    } catch (RuntimeException e) {
      log.error("cannot look for nodes that wait for a job", e);
      synchronized (jobs) {
        // So that the end of the next job tries again.
        turns.missed();
      }
    }
  }

  private void fill() {
    NavigableSet<String> waiting =
        queue.nodes(new QueueSelection.Everything()).stream()
            .filter(isHeld.negate())
            .collect(Collectors.toCollection(TreeSet::new));
    synchronized (jobs) {
      waiting.removeAll(jobs.keySet());
      turns.next(waiting, closing ? 0 : mostJobs - jobs.size()).forEach(this::schedule);
    }
  }
}
