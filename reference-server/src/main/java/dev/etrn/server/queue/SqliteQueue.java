package dev.etrn.server.queue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue that survives the process and the power: SQLite with a write-ahead log that is
 * synchronised at every commit.
 *
 * <p>An entry is on disk before {@link #enqueue} completes, and leaves it after it was delivered; a
 * crash in between delivers it again. Counts are kept in memory, and made again at the start.
 */
public final class SqliteQueue implements MessageStore {

  private static final Logger log = LoggerFactory.getLogger(SqliteQueue.class);
  private static final String INSERT =
      "INSERT INTO entry (id, arrived, channel, node, sender, recipients, content)"
          + " VALUES (?,?,?,?,?,?,?)";

  private final FileChannel lock;
  private final Connection reader;
  private final GroupCommit writer;
  private final long mostOctets;
  private final Clock clock;
  private final AtomicLong octets = new AtomicLong();
  private final AtomicLong ids = new AtomicLong();
  private final NodeIndex index = new NodeIndex();

  private SqliteQueue(
      FileChannel lock, Connection reader, GroupCommit writer, long mostOctets, Clock clock) {
    this.clock = clock;
    this.lock = lock;
    this.reader = reader;
    this.writer = writer;
    this.mostOctets = mostOctets;
  }

  /** Opens the queue by the system's clock. */
  public static SqliteQueue open(Path directory, long mostOctets) throws StoreUnavailableException {
    return open(directory, mostOctets, Clock.systemUTC());
  }

  /**
   * Opens the queue in {@code directory}, which is made if there is none.
   *
   * @param mostOctets how much content it holds at most
   * @param clock says when messages arrive
   * @throws StoreUnavailableException when it cannot be used, or another server uses it
   */
  public static SqliteQueue open(Path directory, long mostOctets, Clock clock)
      throws StoreUnavailableException {
    try {
      Files.createDirectories(directory);
      FileChannel lock =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        return locked(directory, lock, mostOctets, clock);
      } catch (IOException | SQLException | OverlappingFileLockException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | SQLException | OverlappingFileLockException e) {
      throw new StoreUnavailableException(
          "the queue in " + directory + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static SqliteQueue locked(Path directory, FileChannel lock, long mostOctets, Clock clock)
      throws IOException, SQLException {
    if (lock.tryLock() == null) {
      throw new IOException("another server uses it");
    }
    Path file = directory.resolve("queue.db");
    Connection writing = connect(file);
    Schema.bringUpToDate(writing, clock.instant());
    var queue = new SqliteQueue(lock, connect(file), new GroupCommit(writing), mostOctets, clock);
    queue.load();
    return queue;
  }

  @Override
  public CompletableFuture<Void> enqueue(Submission submission) {
    long size = (long) submission.content().length * submission.destinations().size();
    if (octets.addAndGet(size) > mostOctets) {
      octets.addAndGet(-size);
      return CompletableFuture.failedFuture(
          new QueueFullException("the queue holds its " + mostOctets + " octets"));
    }
    long first = ids.getAndAdd(submission.destinations().size()) + 1;
    long now = clock.millis();
    return writer
        .write(connection -> insert(connection, submission, first, now))
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
  public long waiting(Selection selection) {
    return index.count(selection);
  }

  @Override
  public Set<String> nodes(Selection selection) {
    return index.nodes(selection);
  }

  @Override
  public Map<String, Integer> counts() {
    return index.counts();
  }

  @Override
  public List<NodeQueue> overview(int most) {
    return index.overview(most);
  }

  @Override
  public List<QueuedMessage> claim(String node, int most) {
    var messages = new ArrayList<QueuedMessage>();
    for (long id : index.claim(node, most)) {
      read(id).ifPresent(messages::add);
    }
    return messages;
  }

  @Override
  public void settle(QueuedMessage message) {
    index.remove(message.node(), message.id(), message.content().length);
    octets.addAndGet(-message.content().length);
    change(
            "DELETE FROM entry WHERE id = ?",
            statement -> statement.setLong(1, message.id()),
            message)
        .join();
  }

  @Override
  public void release(QueuedMessage message, List<String> recipients) {
    // Who claims it next must not read the recipients that it has reached.
    change(
            "UPDATE entry SET recipients = ? WHERE id = ?",
            statement -> {
              statement.setString(1, String.join("\n", recipients));
              statement.setLong(2, message.id());
            },
            message)
        .join();
    index.giveBack(message.node(), message.id());
  }

  @Override
  public void fail(QueuedMessage message, String why) {
    log.warn("message {} for {} cannot be delivered: {}", message.id(), message.node(), why);
    index.remove(message.node(), message.id(), message.content().length);
    var unused =
        change(
            "UPDATE entry SET failure = ? WHERE id = ?",
            statement -> {
              statement.setString(1, why);
              statement.setLong(2, message.id());
            },
            message);
  }

  @Override
  public void close() {
    writer.close();
    try {
      synchronized (reader) {
        reader.close();
      }
      lock.close();
    } catch (SQLException | IOException e) {
      log.warn("closing the queue", e);
    }
  }

  @FunctionalInterface
  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Written with the next group; says whether it was. */
  private CompletableFuture<Boolean> change(
      String sql, Parameters parameters, QueuedMessage message) {
    return writer
        .write(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                statement.executeUpdate();
              }
            })
        .handle(
            (done, failure) -> {
              if (failure != null) {
                log.error("message {} may come again after a restart", message.id(), failure);
              }
              return failure == null;
            });
  }

  private static void insert(Connection connection, Submission submission, long first, long now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      long id = first;
      for (Submission.Destination to : submission.destinations()) {
        statement.setLong(1, id++);
        statement.setLong(2, now);
        statement.setString(3, to.channel());
        statement.setString(4, to.node());
        statement.setString(5, submission.sender());
        statement.setString(6, String.join("\n", to.recipients()));
        statement.setBytes(7, submission.content());
        statement.executeUpdate();
      }
    }
  }

  private void addToIndex(Submission submission, long first, long now) {
    long id = first;
    for (Submission.Destination to : submission.destinations()) {
      index.add(to.channel(), to.node(), id++, now, submission.content().length);
    }
  }

  /** The entry, or empty when it is not there, which is a defect that loses nobody's mail. */
  private Optional<QueuedMessage> read(long id) {
    String sql =
        "SELECT arrived, channel, node, sender, recipients, content FROM entry WHERE id = ?";
    synchronized (reader) {
      try (PreparedStatement statement = reader.prepareStatement(sql)) {
        statement.setLong(1, id);
        ResultSet row = statement.executeQuery();
        if (row.next()) {
          return Optional.of(
              new QueuedMessage(
                  id,
                  Instant.ofEpochMilli(row.getLong(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  List.of(row.getString(5).split("\n")),
                  row.getBytes(6)));
        }
        log.error("entry {} is not in the store", id);
      } catch (SQLException e) {
        log.error("entry {} cannot be read", id, e);
      }
      return Optional.empty();
    }
  }

  private void load() throws SQLException {
    try (Statement statement = reader.createStatement()) {
      ResultSet rows =
          statement.executeQuery(
              "SELECT id, channel, node, length(content), failure IS NULL, arrived FROM entry"
                  + " ORDER BY id");
      while (rows.next()) {
        ids.set(rows.getLong(1));
        octets.addAndGet(rows.getLong(4));
        if (rows.getBoolean(5)) {
          index.add(
              rows.getString(2),
              rows.getString(3),
              rows.getLong(1),
              rows.getLong(6),
              rows.getLong(4));
        }
      }
    }
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA busy_timeout = 10000");
    }
    return connection;
  }
}
