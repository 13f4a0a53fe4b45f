package dev.etrn.server.queue.store;

import dev.etrn.server.queue.QueueFullException;
import java.util.concurrent.CompletableFuture;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of the database means to those who asked. */
final class StoreFailure {

  private StoreFailure() {}

  /** {@link QueueFullException} when there is no room, which passes; a defect otherwise. */
  static RuntimeException of(Exception e) {
    return e instanceof SQLiteException lite && meansNoRoom(lite.getResultCode())
        ? new QueueFullException("the disk is full")
        : new IllegalStateException("the queue cannot be written", e);
  }

  /** Whether {@code failed} failed because there is no room. */
  static boolean isFull(CompletableFuture<Void> failed) {
    return failed.handle((done, failure) -> QueueFullException.isBehind(failure)).join();
  }

  /** The last two are a full disk when the write-ahead log's index has to grow. */
  private static boolean meansNoRoom(SQLiteErrorCode code) {
    return code == SQLiteErrorCode.SQLITE_FULL
        || code == SQLiteErrorCode.SQLITE_IOERR_WRITE
        || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
        || code == SQLiteErrorCode.SQLITE_IOERR_SHMMAP;
  }
}
