package dev.etrn.server.queue.store;

import dev.etrn.server.queue.QueueFullException;
import java.util.concurrent.CompletableFuture;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The meaning of a database failure for the caller. */
final class StoreFailure {

  private StoreFailure() {}

  /**
   * Returns a {@link QueueFullException} for a lack of room, which may pass; otherwise a defect.
   */
  static RuntimeException of(Exception e) {
    return e instanceof SQLiteException lite && meansNoRoom(lite.getResultCode())
        ? new QueueFullException("the disk is full")
        : new IllegalStateException("the queue cannot be written", e);
  }

  /** Returns true if {@code failed} failed for a lack of room. */
  static boolean isFull(CompletableFuture<Void> failed) {
    return failed.handle((done, failure) -> QueueFullException.isBehind(failure)).join();
  }

  /**
   * Returns true for the codes of a full disk; the last two occur when the write-ahead log's index
   * has to grow.
   */
  private static boolean meansNoRoom(SQLiteErrorCode code) {
    return code == SQLiteErrorCode.SQLITE_FULL
        || code == SQLiteErrorCode.SQLITE_IOERR_WRITE
        || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
        || code == SQLiteErrorCode.SQLITE_IOERR_SHMMAP;
  }
}
