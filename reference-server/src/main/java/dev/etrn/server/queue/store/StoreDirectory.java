package dev.etrn.server.queue.store;

import dev.etrn.server.queue.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * The directory of a queue on disk, which is locked for one server. Only its owner can read the
 * mail: a directory that is created here has the mode 0700, and each file 0600.
 *
 * @param lock the lock, which ends with this process
 * @param reader the connection for reading; callers synchronise on it
 * @param writer the writer of changes
 */
record StoreDirectory(FileChannel lock, Connection reader, GroupCommit writer)
    implements AutoCloseable {

  private static final String LIBRARY_DIRECTORY = "org.sqlite.tmpdir";
  private static final int BUSY_MILLIS = 10_000;

  /**
   * Opens {@code directory}, which is created if it does not exist.
   *
   * @param now the time at which a new or an older store is brought up to date
   * @param settings the settings of the connections; this method sets those that safety depends on
   * @throws StoreUnavailableException when it cannot be used, or another server uses it
   */
  static StoreDirectory open(Path directory, Instant now, SQLiteConfig settings)
      throws StoreUnavailableException {
    settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
    settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    settings.setBusyTimeout(BUSY_MILLIS);
    try {
      OwnersFiles.directory(directory);
      FileChannel lock =
          FileChannel.open(OwnersFiles.file(directory.resolve("lock")), StandardOpenOption.WRITE);
      try {
        return locked(directory, lock, now, settings);
      } catch (IOException | SQLException | OverlappingFileLockException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | SQLException | OverlappingFileLockException e) {
      throw unusable(directory, e);
    }
  }

  /** Returns the error of a directory that cannot be used. */
  static StoreUnavailableException unusable(Path directory, Exception e) {
    return new StoreUnavailableException(
        "the queue in " + directory + " cannot be used: " + e.getMessage(), e);
  }

  private static StoreDirectory locked(
      Path directory, FileChannel lock, Instant now, SQLiteConfig settings)
      throws IOException, SQLException {
    if (lock.tryLock() == null) {
      throw new IOException("another server uses it");
    }
    unpackLibraryIn(directory.resolve("native"));
    // SQLite gives its other files the mode of this one.
    Path database = OwnersFiles.file(directory.resolve("queue.db"));
    String url = "jdbc:sqlite:" + database.toAbsolutePath();
    Connection writing = settings.createConnection(url);
    Schema.bringUpToDate(writing, now);
    Connection reading = settings.createConnection(url);
    return new StoreDirectory(lock, reading, new GroupCommit(writing));
  }

  /**
   * Lets SQLite unpack its library here, and removes what servers left that were killed; the lock
   * keeps others from using it.
   */
  private static void unpackLibraryIn(Path library) throws IOException {
    OwnersFiles.directory(library);
    try (Stream<Path> files = Files.list(library)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    if (System.getProperty(LIBRARY_DIRECTORY) == null) {
      System.setProperty(LIBRARY_DIRECTORY, library.toAbsolutePath().toString());
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    writer.close();
    synchronized (reader) {
      reader.close();
    }
    lock.close();
  }
}
