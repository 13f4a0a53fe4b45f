package dev.etrn.server.delivery.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The deadline of a blocking operation: a read, write or TLS handshake that takes too long in total
 * is ended by closing its connection.
 */
final class Deadline {

  private final Runnable close;

  /**
   * @param close the close action, which never blocks
   */
  Deadline(Runnable close) {
    this.close = close;
  }

  /** An operation that may block. */
  @FunctionalInterface
  interface Blocking<T> {
    T run() throws IOException;
  }

  /**
   * Runs {@code operation} within a monotonic time.
   *
   * @param complaint the beginning of the error message for a timeout
   * @throws SocketTimeoutException when it took too long
   */
  <T> T within(Duration atMost, String complaint, Blocking<T> operation) throws IOException {
    var done = new CompletableFuture<Void>();
    var unused =
        done.orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (ended, timeout) -> {
                  if (timeout != null) {
                    close.run();
                  }
                });
    try {
      return operation.run();
    } catch (IOException e) {
      if (!done.isCompletedExceptionally()) {
        throw e;
      }
      var timeout = new SocketTimeoutException(complaint + " within " + atMost.toSeconds() + " s");
      timeout.initCause(e);
      throw timeout;
    } finally {
      done.complete(null);
    }
  }
}
