package dev.etrn.server.queue;

import java.util.concurrent.CompletableFuture;

/** The queue as sessions see it; delivery's side of it is {@code WaitingMessages}. */
public interface MessageQueue {

  /**
   * Stores a message.
   *
   * @return completes when the message would survive a crash; fails with {@link QueueFullException}
   *     when there is no room, and then nothing was stored
   */
  CompletableFuture<Void> enqueue(IncomingMessage submission);

  /** Returns the number of entries in {@code selection}; constant time except for subtrees. */
  long waiting(QueueSelection selection);
}
