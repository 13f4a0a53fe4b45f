package dev.etrn.server.queue;

import java.util.concurrent.CompletionException;

/** The queue has no room; the session answers 452 and nothing was kept. */
public final class QueueFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public QueueFullException(String message) {
    super(message);
  }

  /** Whether a failure of {@link MessageQueue#enqueue} comes from a full queue. */
  public static boolean isBehind(Throwable failure) {
    return failure instanceof QueueFullException
        || (failure instanceof CompletionException
            && failure.getCause() instanceof QueueFullException);
  }
}
