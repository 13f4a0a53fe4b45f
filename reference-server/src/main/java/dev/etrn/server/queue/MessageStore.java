package dev.etrn.server.queue;

import java.util.Map;

/** Both sides of one queue. */
public interface MessageStore extends MessageQueue, WaitingMessages, AutoCloseable {

  /** How many messages wait for each node. */
  Map<String, Integer> counts();

  /** Writes what is pending, and ends; closing twice does nothing. */
  @Override
  void close();
}
