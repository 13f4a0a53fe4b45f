package dev.etrn.server.queue;

import java.util.concurrent.CompletionException;

/** The lack of room in the queue; the session answers 452, and nothing was stored. */
public final class QueueFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public QueueFullException(String message) {
    super(message);
  }

  /** Returns true if a full queue caused a failure of {@link MessageQueue#enqueue}. */
  public static boolean isBehind(Throwable failure) {
    return failure instanceof QueueFullException
        || (failure instanceof CompletionException
            && failure.getCause() instanceof QueueFullException);
  }
}
