package dev.etrn.server.queue.store;

import dev.etrn.server.queue.QueueFullException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: takes all writes that wait, and commits them together, so that many
 * sessions share one synchronisation of the disk.
 *
 * <p>When a group cannot be written its changes are tried one by one, so that none fails for
 * another's sake. What {@link #insist} was told and cannot be written is tried again each second,
 * and at the end.
 */
final class GroupCommit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
  private static final int LARGEST_GROUP = 1000;
  private static final int CLOSING_SECONDS = 30;
  private static final int MOST_PENDING = 100_000;

  /** Not the number of an entry. */
  private static final long NEW = 0;

  private record Pending(long entry, StoreChange change, CompletableFuture<Void> done) {
    boolean isInsistedOn() {
      return entry != NEW;
    }
  }

  private final Connection connection;
  private final BlockingQueue<Pending> pending = new ArrayBlockingQueue<>(MOST_PENDING);
  private final Thread thread = new Thread(this::run, "etrn-queue");
  private volatile boolean closing;

  /** By entry, in the order in which they failed; the writer's alone. */
  private final Map<Long, StoreChange> owed = new LinkedHashMap<>();

  private long owedTriedNanos;
  private boolean isFull;

  /**
   * @param connection closed at the end
   */
  GroupCommit(Connection connection) {
    this.connection = connection;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Writes a change with the next group.
   *
   * @return completes when it would survive a crash; fails with {@link QueueFullException} when the
   *     disk is full or too much waits already, and then nothing was written
   */
  CompletableFuture<Void> write(StoreChange change) {
    var done = new CompletableFuture<Void>();
    if (closing) {
      done.completeExceptionally(new QueueFullException("the queue is closing"));
    } else if (!pending.offer(new Pending(NEW, change, done))) {
      done.completeExceptionally(new QueueFullException("too much waits to be written"));
    }
    return done;
  }

  /**
   * Writes a change of an entry, at once or, when that fails, later; it takes the place of one of
   * the same entry that could not be written yet. Waits while too much waits already.
   *
   * @return completes when it would survive a crash; fails when it has to be tried again
   */
  CompletableFuture<Void> insist(long entry, StoreChange change) {
    var done = new CompletableFuture<Void>();
    var one = new Pending(entry, change, done);
    try {
      // At first without a wait, which a run that is interrupted at the end may not begin.
      boolean taken = !closing && pending.offer(one);
      while (!taken && !closing) {
        taken = pending.offer(one, 1, TimeUnit.SECONDS);
      }
      if (!taken) {
        done.completeExceptionally(new QueueFullException("the queue is closing"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      done.completeExceptionally(e);
    }
    return done;
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
      for (Pending late = pending.poll(); late != null; late = pending.poll()) {
        late.done().completeExceptionally(new QueueFullException("the queue is closing"));
      }
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      log.warn("closing the queue", e);
    }
  }

  private void run() {
    var group = new ArrayList<Pending>();
    while (!closing || !pending.isEmpty()) {
      try {
        Pending first = pending.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          pending.drainTo(group, LARGEST_GROUP - 1);
          commit(group);
          group.clear();
        }
        if (System.nanoTime() - owedTriedNanos > TimeUnit.SECONDS.toNanos(1)) {
          payOwed();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    payOwed();
    owed.keySet().forEach(id -> log.error("message {} may come again after the restart", id));
  }

  private void commit(List<Pending> group) {
    try {
      DatabaseTransaction.of(connection, group.stream().map(Pending::change).toList());
      group.forEach(this::written);
    } catch (SQLException | RuntimeException e) {
      // Whatever a change does, this thread goes on, or every session would wait for ever.
      if (group.size() == 1) {
        notWritten(group.get(0), e);
      } else {
        oneByOne(group);
      }
    }
  }

  /** Those of entries first, since they may make room. */
  private void oneByOne(List<Pending> group) {
    for (Pending one : group) {
      if (one.isInsistedOn()) {
        commit(List.of(one));
      }
    }
    boolean noRoom = false;
    for (Pending one : group) {
      if (noRoom && !one.isInsistedOn()) {
        // Not a thousand vain attempts while others wait.
        one.done().completeExceptionally(new QueueFullException("the disk is full"));
      } else if (!one.isInsistedOn()) {
        commit(List.of(one));
        noRoom = one.done().isCompletedExceptionally() && StoreFailure.isFull(one.done());
      }
    }
  }

  private void written(Pending one) {
    if (isFull && !one.isInsistedOn()) {
      log.warn("there is room again");
      isFull = false;
    }
    owed.remove(one.entry());
    one.done().complete(null);
  }

  private void notWritten(Pending one, Exception e) {
    RuntimeException failure = StoreFailure.of(e);
    if (!(failure instanceof QueueFullException)) {
      log.error("the queue cannot be written", e);
    } else if (!isFull) {
      // Once, since the log may be on the same disk.
      log.error("the disk is full: mail is refused until there is room");
      isFull = true;
    }
    if (one.isInsistedOn()) {
      owed.remove(one.entry());
      owed.put(one.entry(), one.change());
    }
    one.done().completeExceptionally(failure);
  }

  private void payOwed() {
    owedTriedNanos = System.nanoTime();
    if (owed.isEmpty()) {
      return;
    }
    try {
      DatabaseTransaction.of(connection, owed.values());
      log.info("{} changes that could not be written are written now", owed.size());
      owed.clear();
    } catch (SQLException | RuntimeException e) {
      log.debug("{} changes cannot be written yet", owed.size(), e);
    }
  }
}
