package dev.etrn.server.queue.store;

import dev.etrn.server.observe.LogText;
import dev.etrn.server.queue.FailedMessage;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.NodeQueue;
import dev.etrn.server.queue.QueueFullException;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueueTotals;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The queue that survives a crash and a power failure: SQLite with a write-ahead log that is
 * synchronised at every commit.
 *
 * <p>An entry is on disk before {@link #enqueue} completes, and is removed after its delivery; a
 * crash in between delivers it again. When the disk is full, new messages are refused, and
 * delivered ones are removed as soon as that can be written. Counts are kept in memory, and
 * computed at the start.
 */
public final class SqliteQueue implements MessageStore {

  private static final Logger log = LoggerFactory.getLogger(SqliteQueue.class);

  private final StoreDirectory store;
  private final Connection reader;
  private final GroupCommit writer;
  private final long mostOctets;
  private final Clock clock;
  private final AtomicLong octets = new AtomicLong();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final NodeIndex index = new NodeIndex();

  /** The remaining recipients of entries, where they could not be written to the store. */
  private final Map<Long, List<String>> unwrittenRecipients = new ConcurrentHashMap<>();

  private SqliteQueue(StoreDirectory store, long mostOctets, Clock clock) {
    this.store = store;
    this.reader = store.reader();
    this.writer = store.writer();
    this.mostOctets = mostOctets;
    this.clock = clock;
  }

  /** Opens the queue with the system's clock. */
  public static SqliteQueue open(Path directory, long mostOctets) throws StoreUnavailableException {
    return open(directory, mostOctets, Clock.systemUTC());
  }

  /**
   * Opens the queue in {@code directory}, which is created if it does not exist.
   *
   * @param mostOctets the most octets of content
   * @param clock the clock of arrival times
   * @throws StoreUnavailableException when it cannot be used, or another server uses it
   */
  public static SqliteQueue open(Path directory, long mostOctets, Clock clock)
      throws StoreUnavailableException {
    return open(directory, mostOctets, clock, new SQLiteConfig());
  }

  /**
   * Opens the queue with other settings.
   *
   * @param settings the settings of the connections, but for those that safety depends on
   */
  static SqliteQueue open(Path directory, long mostOctets, Clock clock, SQLiteConfig settings)
      throws StoreUnavailableException {
    StoreDirectory store = StoreDirectory.open(directory, clock.instant(), settings);
    var queue = new SqliteQueue(store, mostOctets, clock);
    try {
      queue.load();
    } catch (SQLException e) {
      queue.close();
      throw StoreDirectory.unusable(directory, e);
    }
    return queue;
  }

  @Override
  public CompletableFuture<Void> enqueue(IncomingMessage submission) {
    long size = (long) submission.content().length * submission.destinations().size();
    if (octets.addAndGet(size) > mostOctets) {
      octets.addAndGet(-size);
      return CompletableFuture.failedFuture(
          new QueueFullException("the queue is full: it holds at most " + mostOctets + " octets"));
    }
    long first = ids.getAndAdd(submission.destinations().size()) + 1;
    long now = clock.millis();
    return writer
        .write(connection -> EntryTable.insert(connection, submission, first, now))
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                addToIndex(submission, first, now);
              } else {
                octets.addAndGet(-size);
              }
            });
  }

  @Override
  public long waiting(QueueSelection selection) {
    return index.count(selection);
  }

  @Override
  public Set<String> nodes(QueueSelection selection) {
    return index.nodes(selection);
  }

  @Override
  public List<NodeQueue> overview(int limit) {
    return index.overview(limit);
  }

  @Override
  public QueueTotals totals() {
    return index.totals(failed.get());
  }

  @Override
  public List<FailedMessage> failed(int limit) {
    try {
      synchronized (reader) {
        return EntryTable.failed(reader, limit);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the failed messages cannot be read", e);
    }
  }

  @Override
  public void route(Function<String, Optional<String>> channels) {
    index.route(channels);
  }

  @Override
  public List<QueuedMessage> claim(String node, int limit) {
    var messages = new ArrayList<QueuedMessage>();
    for (long id : index.claim(node, limit)) {
      read(node, id).ifPresent(messages::add);
    }
    return messages;
  }

  @Override
  public CompletableFuture<Void> settling(QueuedMessage message) {
    forget(message);
    octets.addAndGet(-message.content().length);
    return change(message, connection -> EntryTable.delete(connection, message.id()))
        .thenAccept(written -> {});
  }

  @Override
  public void release(QueuedMessage message, List<String> recipients) {
    // The next claim must not read recipients that have already got the message.
    boolean isWritten =
        change(
                message,
                connection -> EntryTable.setRecipients(connection, message.id(), recipients))
            .join();
    if (isWritten) {
      unwrittenRecipients.remove(message.id());
    } else {
      unwrittenRecipients.put(message.id(), List.copyOf(recipients));
    }
    index.release(message.node(), message.id());
  }

  @Override
  public void fail(QueuedMessage message, String reason) {
    log.warn(
        "message {} for {} cannot be delivered: {}",
        message.id(),
        message.node(),
        LogText.of(reason));
    forget(message);
    failed.incrementAndGet();
    change(
            message,
            connection ->
                EntryTable.setFailure(connection, message.id(), message.recipients(), reason))
        .join();
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (SQLException | IOException e) {
      log.warn("cannot close the queue", e);
    }
  }

  private void forget(QueuedMessage message) {
    index.remove(message.node(), message.id(), message.content().length);
    unwrittenRecipients.remove(message.id());
  }

  /** Writes a change with the next group, or later; completes with true if it is written. */
  private CompletableFuture<Boolean> change(QueuedMessage message, StoreChange change) {
    return writer
        .insist(message.id(), change)
        .handle(
            (done, failure) -> {
              if (failure != null) {
                log.error("the result of message {} is not written yet", message.id());
              }
              return failure == null;
            });
  }

  private void addToIndex(IncomingMessage submission, long first, long now) {
    long id = first;
    for (IncomingMessage.Destination destination : submission.destinations()) {
      index.add(destination.channel(), destination.node(), id++, now, submission.content().length);
    }
  }

  /** Returns the entry, or empty when it cannot be read now; then it waits again. */
  private Optional<QueuedMessage> read(String node, long id) {
    try {
      Optional<QueuedMessage> message;
      synchronized (reader) {
        message = EntryTable.read(reader, id);
      }
      if (message.isEmpty()) {
        log.error("entry {} is not in the store", id);
        index.remove(node, id, 0);
      }
      List<String> recipients = unwrittenRecipients.get(id);
      return recipients == null ? message : message.map(read -> read.withRecipients(recipients));
    } catch (SQLException e) {
      log.error("entry {} cannot be read", id, e);
      index.release(node, id);
      return Optional.empty();
    }
  }

  private void load() throws SQLException {
    EntryTable.visit(
        reader,
        (id, arrival, channel, node, size, isFailed) -> {
          ids.set(id);
          octets.addAndGet(size);
          if (isFailed) {
            failed.incrementAndGet();
          } else {
            index.add(channel, node, id, arrival, size);
          }
        });
  }
}
