package dev.etrn.server.queue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The queue as delivery sees it. A claimed entry belongs to one run until it is settled or
 * released.
 */
public interface WaitingMessages {

  /** Returns the nodes in {@code selection} that have unclaimed entries. */
  Set<String> nodes(QueueSelection selection);

  /** Returns the number of entries in {@code selection}, including claimed ones. */
  long waiting(QueueSelection selection);

  /**
   * Claims up to {@code limit} entries of {@code node}, the oldest first; empty when none waits.
   */
  List<QueuedMessage> claim(String node, int limit);

  /**
   * Removes an entry that reached all its recipients, or was returned.
   *
   * @return completes when the removal would survive a crash, or when it can only be written later;
   *     never fails; several removals complete in the order of the calls
   */
  CompletableFuture<Void> settling(QueuedMessage message);

  /** Removes an entry like {@link #settling}, and waits until that completes. */
  default void settle(QueuedMessage message) {
    settling(message).join();
  }

  /**
   * Releases a claimed entry, which then waits again.
   *
   * @param recipients the recipients that it still has to reach, at least one
   */
  void release(QueuedMessage message, List<String> recipients);

  /** Keeps an entry that can never be delivered, for an operator. */
  void fail(QueuedMessage message, String reason);
}
