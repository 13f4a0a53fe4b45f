package dev.etrn.server.queue;

/** The queue has no room; the session answers 452 and nothing was kept. */
public final class QueueFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public QueueFullException(String message) {
    super(message);
  }
}
