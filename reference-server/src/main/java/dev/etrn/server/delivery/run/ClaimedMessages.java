package dev.etrn.server.delivery.run;

import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What one run has taken from the queue of its node, for all of its connections.
 *
 * <p>Each message is on one connection at a time. What a connection leaves unsent the others can
 * have; what the exchanger wants later waits again when the run is over, in its old order. Safe for
 * several threads.
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

  /** The oldest, up to {@code most}; empty when nothing is left. */
  synchronized List<QueuedMessage> next(int most) {
    if (isClosed) {
      return List.of();
    }
    if (unsent.isEmpty()) {
      return queue.claim(node, most);
    }
    var again = new ArrayList<QueuedMessage>();
    while (!unsent.isEmpty() && again.size() < most) {
      again.add(unsent.removeFirst());
    }
    return again;
  }

  /** Not sent, or not known to be: for any connection of this run. */
  synchronized void putBack(List<QueuedMessage> messages) {
    if (isClosed) {
      messages.forEach(this::release);
    } else {
      unsent.addAll(messages);
    }
  }

  /** Wanted later by the exchanger: not in this run. */
  synchronized void defer(QueuedMessage message) {
    if (isClosed) {
      release(message);
    } else {
      deferred.add(message);
    }
  }

  /** Whether a connection left something that no other one took. */
  synchronized boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  /** All that is left waits again. */
  @Override
  public synchronized void close() {
    isClosed = true;
    deferred.addAll(unsent);
    unsent.clear();
    // The youngest first, since each then goes before all others.
    deferred.sort((one, other) -> Long.compare(other.id(), one.id()));
    deferred.forEach(this::release);
    deferred.clear();
  }

  private void release(QueuedMessage message) {
    queue.release(message, message.recipients());
  }
}
