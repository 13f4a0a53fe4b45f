package dev.etrn.server.queue;

import java.util.List;
import java.util.Map;

/** Both sides of one queue. */
public interface MessageStore extends MessageQueue, WaitingMessages, AutoCloseable {

  /** How many messages wait for each node. */
  Map<String, Integer> counts();

  /** What waits for the first {@code most} nodes, by their labels from the right. */
  List<NodeQueue> overview(int most);

  /** Writes what is pending, and ends; closing twice does nothing. */
  @Override
  void close();
}
