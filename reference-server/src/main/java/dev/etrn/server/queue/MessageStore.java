package dev.etrn.server.queue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The whole queue: the sides of sessions, delivery and operators. */
public interface MessageStore extends MessageQueue, WaitingMessages, AutoCloseable {

  /** Returns the queues of the first {@code limit} nodes, sorted by their labels from the right. */
  List<NodeQueue> overview(int limit);

  /** Returns the totals of all nodes. */
  QueueTotals totals();

  /** Returns the oldest {@code limit} messages that are kept for an operator. */
  List<FailedMessage> failed(int limit);

  /**
   * Sets the channels of nodes, also for mail that already waits; mail for a node without a channel
   * in {@code channels} stays on the channel that it arrived for.
   */
  void route(Function<String, Optional<String>> channels);

  /** Writes pending changes and closes the queue; closing twice has no effect. */
  @Override
  void close();
}
