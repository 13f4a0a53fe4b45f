package dev.etrn.server.queue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one thread that writes: takes all writes that wait, and commits them together, so that many
 * sessions share one synchronisation of the disk.
 */
final class GroupCommit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
  private static final int LARGEST_GROUP = 1000;
  private static final int CLOSING_SECONDS = 30;

  /** A change of the store. */
  @FunctionalInterface
  interface Change {
    void write(Connection connection) throws SQLException;
  }

  private record Pending(Change change, CompletableFuture<Void> done) {}

  private final Connection connection;
  private final BlockingQueue<Pending> pending = new ArrayBlockingQueue<>(100_000);
  private final Thread thread = new Thread(this::run, "etrn-queue");
  private volatile boolean closing;

  /**
   * @param connection in manual commit mode; closed at the end
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
   *     disk is full or too much waits already
   */
  CompletableFuture<Void> write(Change change) {
    var done = new CompletableFuture<Void>();
    if (closing) {
      done.completeExceptionally(new QueueFullException("the queue is closing"));
    } else if (!pending.offer(new Pending(change, done))) {
      done.completeExceptionally(new QueueFullException("too much waits to be written"));
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
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void commit(List<Pending> group) {
    try {
      for (Pending one : group) {
        one.change().write(connection);
      }
      connection.commit();
      group.forEach(one -> one.done().complete(null));
    } catch (SQLException | RuntimeException e) {
      // Whatever a change does, this thread goes on, or every session would wait for ever.
      log.error("the queue cannot be written", e);
      RuntimeException failure = failure(e);
      rollback();
      group.forEach(one -> one.done().completeExceptionally(failure));
    }
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      log.error("the queue cannot be rolled back", e);
    }
  }

  private static RuntimeException failure(Exception e) {
    boolean isFull =
        e instanceof SQLiteException lite
            && (lite.getResultCode() == SQLiteErrorCode.SQLITE_FULL
                || lite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_WRITE);
    return isFull
        ? new QueueFullException("the disk is full")
        : new IllegalStateException("the queue cannot be written", e);
  }
}
