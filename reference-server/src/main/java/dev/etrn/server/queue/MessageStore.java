package dev.etrn.server.queue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Both sides of one queue. */
public interface MessageStore extends MessageQueue, WaitingMessages, AutoCloseable {

  /** What waits for the first {@code most} nodes, by their labels from the right. */
  List<NodeQueue> overview(int most);

  /** All nodes together. */
  QueueTotals totals();

  /** The oldest {@code most} messages that are kept for an operator. */
  List<FailedMessage> failed(int most);

  /**
   * From now on mail for a node waits on the channel that {@code channels} names, also what waits
   * already; where it names none, on the channel it came for.
   */
  void route(Function<String, Optional<String>> channels);

  /** Writes what is pending, and ends; closing twice does nothing. */
  @Override
  void close();
}
