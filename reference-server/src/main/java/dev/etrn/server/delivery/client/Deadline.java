package dev.etrn.server.delivery.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends blocking input or output that takes too long as a whole, be it reading, writing or a TLS
 * handshake, by closing what it is done on.
 */
final class Deadline {

  private final Runnable close;

  /**
   * @param close never blocks
   */
  Deadline(Runnable close) {
    this.close = close;
  }

  /** Something that may block. */
  @FunctionalInterface
  interface Blocking<T> {
    T run() throws IOException;
  }

  /**
   * Does {@code what}, by monotonic time.
   *
   * @param complaint what to say when it took too long
   * @throws SocketTimeoutException when it did
   */
  <T> T within(Duration atMost, String complaint, Blocking<T> what) throws IOException {
    var done = new CompletableFuture<Void>();
    var unused =
        done.orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (ended, late) -> {
                  if (late != null) {
                    close.run();
                  }
                });
    try {
      return what.run();
    } catch (IOException e) {
      if (!done.isCompletedExceptionally()) {
        throw e;
      }
      var late = new SocketTimeoutException(complaint + " within " + atMost.toSeconds() + " s");
      late.initCause(e);
      throw late;
    } finally {
      done.complete(null);
    }
  }
}
