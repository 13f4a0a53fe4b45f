package dev.etrn.server.queue;

/** Both sides of one queue. */
public interface MessageStore extends MessageQueue, WaitingMessages, AutoCloseable {

  /** Writes what is pending, and ends; closing twice does nothing. */
  @Override
  void close();
}
