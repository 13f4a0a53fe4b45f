package dev.etrn.server.queue;

import java.util.concurrent.CompletableFuture;

/** What a session needs of the queue; delivery's side of it is {@code WaitingMessages}. */
public interface MessageQueue {

  /**
   * Takes a message over.
   *
   * @return completes when the message would survive a crash; fails with {@link QueueFullException}
   *     when there is no room, and then nothing was kept
   */
  CompletableFuture<Void> enqueue(IncomingMessage submission);

  /** How many entries wait for what {@code selection} names; constant time but for sub-trees. */
  long waiting(QueueSelection selection);
}
