package dev.etrn.server.delivery.run;

import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The messages that one run has claimed from the queue of its node, for all of its connections.
 *
 * <p>Each message is on one connection at a time. Messages that a connection leaves unsent are free
 * for the others; messages that the exchanger defers go back to the queue at the end of the run, in
 * their old order. Safe for several threads.
 */
final class ClaimedMessages implements AutoCloseable {

  private final WaitingMessages queue;
  private final String node;
  private final Deque<QueuedMessage> unsent = new ArrayDeque<>();
  private final List<QueuedMessage> deferred = new ArrayList<>();
  private boolean isClosed;

  ClaimedMessages(WaitingMessages queue, String node) {
    this.queue = queue;
    this.node = node;
  }

  /** Returns the oldest messages, up to {@code limit}; empty when none is left. */
  synchronized List<QueuedMessage> next(int limit) {
    if (isClosed) {
      return List.of();
    }
    if (unsent.isEmpty()) {
      return queue.claim(node, limit);
    }
    var returned = new ArrayList<QueuedMessage>();
    while (!unsent.isEmpty() && returned.size() < limit) {
      returned.add(unsent.removeFirst());
    }
    return returned;
  }

  /** Puts back messages that were not sent, or perhaps not, for any connection of this run. */
  synchronized void putBack(List<QueuedMessage> messages) {
    if (isClosed) {
      messages.forEach(this::release);
    } else {
      unsent.addAll(messages);
    }
  }

  /** Keeps a message that the exchanger defers, until the end of this run. */
  synchronized void defer(QueuedMessage message) {
    if (isClosed) {
      release(message);
    } else {
      deferred.add(message);
    }
  }

  /** Returns true if a connection left messages that no other connection took. */
  synchronized boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  /** Returns all remaining messages to the queue. */
  @Override
  public synchronized void close() {
    isClosed = true;
    deferred.addAll(unsent);
    unsent.clear();
    // The youngest first, since each released message goes to the head of the queue.
    deferred.sort((first, second) -> Long.compare(second.id(), first.id()));
    deferred.forEach(this::release);
    deferred.clear();
  }

  private void release(QueuedMessage message) {
    queue.release(message, message.recipients());
  }
}
