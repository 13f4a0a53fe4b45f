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
 * The only thread that writes: it takes all pending writes, and commits them together, so that many
 * sessions share one disk synchronisation.
 *
 * <p>When a group cannot be written, its changes are tried one by one, so that none fails because
 * of another. A change of {@link #insist} that cannot be written is tried again each second, and at
 * the end.
 */
final class GroupCommit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
  private static final int LARGEST_GROUP = 1000;
  private static final int CLOSING_SECONDS = 30;
  private static final int MOST_PENDING = 100_000;

  /** The number of a new entry, which no stored entry has. */
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

  /** The failed changes by entry, in the order of their failures; used by the writer only. */
  private final Map<Long, StoreChange> retries = new LinkedHashMap<>();

  private long retriedNanos;
  private boolean isFull;

  /**
   * @param connection the connection, which is closed at the end
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
   *     disk is full or too many writes wait, and then nothing was written
   */
  CompletableFuture<Void> write(StoreChange change) {
    var done = new CompletableFuture<Void>();
    if (closing) {
      done.completeExceptionally(new QueueFullException("the queue is closing"));
    } else if (!pending.offer(new Pending(NEW, change, done))) {
      done.completeExceptionally(new QueueFullException("too many writes are waiting"));
    }
    return done;
  }

  /**
   * Writes a change of an entry, at once or, if that fails, later; it replaces an earlier change of
   * the same entry that could not be written yet. Blocks while too many writes wait.
   *
   * @return completes when it would survive a crash; fails when it has to be tried again
   */
  CompletableFuture<Void> insist(long entry, StoreChange change) {
    var done = new CompletableFuture<Void>();
    var write = new Pending(entry, change, done);
    try {
      // The first offer does not wait, since an interrupted run must not wait at the end.
      boolean isQueued = !closing && pending.offer(write);
      while (!isQueued && !closing) {
        isQueued = pending.offer(write, 1, TimeUnit.SECONDS);
      }
      if (!isQueued) {
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
      for (Pending unwritten = pending.poll(); unwritten != null; unwritten = pending.poll()) {
        unwritten.done().completeExceptionally(new QueueFullException("the queue is closing"));
      }
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      log.warn("cannot close the queue", e);
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
        if (System.nanoTime() - retriedNanos > TimeUnit.SECONDS.toNanos(1)) {
          retry();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    retry();
    retries
        .keySet()
        .forEach(id -> log.error("message {} may be delivered again after the restart", id));
  }

  private void commit(List<Pending> group) {
    try {
      DatabaseTransaction.of(connection, group.stream().map(Pending::change).toList());
      group.forEach(this::written);
    } catch (SQLException | RuntimeException e) {
      // Whatever a change throws, this thread continues, or every session would wait forever.
      if (group.size() == 1) {
        notWritten(group.get(0), e);
      } else {
        oneByOne(group);
      }
    }
  }

  /** Writes one by one, changes of entries first, since they may free space. */
  private void oneByOne(List<Pending> group) {
    for (Pending write : group) {
      if (write.isInsistedOn()) {
        commit(List.of(write));
      }
    }
    boolean noRoom = false;
    for (Pending write : group) {
      if (noRoom && !write.isInsistedOn()) {
        // Fails at once, instead of a thousand futile attempts while others wait.
        write.done().completeExceptionally(new QueueFullException("the disk is full"));
      } else if (!write.isInsistedOn()) {
        commit(List.of(write));
        noRoom = write.done().isCompletedExceptionally() && StoreFailure.isFull(write.done());
      }
    }
  }

  private void written(Pending write) {
    if (isFull && !write.isInsistedOn()) {
      log.warn("the disk has room again: mail is accepted");
      isFull = false;
    }
    retries.remove(write.entry());
    write.done().complete(null);
  }

  private void notWritten(Pending write, Exception e) {
    RuntimeException failure = StoreFailure.of(e);
    if (!(failure instanceof QueueFullException)) {
      log.error("the queue cannot be written", e);
    } else if (!isFull) {
      // Logged once, since the log may be on the same disk.
      log.error("the disk is full: mail is refused until there is room");
      isFull = true;
    }
    if (write.isInsistedOn()) {
      retries.remove(write.entry());
      retries.put(write.entry(), write.change());
    }
    write.done().completeExceptionally(failure);
  }

  private void retry() {
    retriedNanos = System.nanoTime();
    if (retries.isEmpty()) {
      return;
    }
    try {
      DatabaseTransaction.of(connection, retries.values());
      log.info("{} delayed changes of the queue are written now", retries.size());
      retries.clear();
    } catch (SQLException | RuntimeException e) {
      log.debug("{} delayed changes of the queue cannot be written yet", retries.size(), e);
    }
  }
}
