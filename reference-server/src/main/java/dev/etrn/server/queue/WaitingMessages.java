package dev.etrn.server.queue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Delivery's side of the queue. An entry that was claimed is nobody else's until it is settled. */
public interface WaitingMessages {

  /** The nodes that have unclaimed entries among what {@code selection} names. */
  Set<String> nodes(QueueSelection selection);

  /** How many entries wait for what {@code selection} names, claimed ones included. */
  long waiting(QueueSelection selection);

  /** Claims up to {@code most} entries of {@code node}, the oldest first; empty when none waits. */
  List<QueuedMessage> claim(String node, int most);

  /**
   * The entry reached all its recipients, or was given up: it is gone.
   *
   * @return completes when it is gone also after a crash, or when that can only be written later;
   *     never fails. Those of several entries complete in the order of the calls.
   */
  CompletableFuture<Void> settling(QueuedMessage message);

  /** As {@link #settling}, and waits until it completes. */
  default void settle(QueuedMessage message) {
    settling(message).join();
  }

  /**
   * The entry waits again.
   *
   * @param recipients those it still has to reach, at least one
   */
  void release(QueuedMessage message, List<String> recipients);

  /** Keeps an entry that can never be delivered where an operator finds it. */
  void fail(QueuedMessage message, String why);
}
