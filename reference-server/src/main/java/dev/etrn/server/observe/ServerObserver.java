package dev.etrn.server.observe;

/** The observer of sessions, mail and queue runs; called from many threads, and never blocks. */
public interface ServerObserver {

  /** The observer that ignores everything. */
  ServerObserver NONE = new ServerObserver() {};

  default void sessionOpened() {}

  default void sessionClosed() {}

  /** Called when a connection is turned away, since there are too many. */
  default void sessionTurnedAway() {}

  /**
   * Called after the reply to an ETRN.
   *
   * @param code the code of the reply
   */
  default void etrnAnswered(int code) {}

  /** Called when a message is accepted. */
  default void messageTaken() {}

  /** Called with the result of one message at an exchanger. */
  default void messageSent(Result result) {}

  /**
   * Called at the end of a queue run.
   *
   * @param reached true if the exchanger was reached and stayed until the end
   */
  default void runEnded(boolean reached) {}

  /** The result of sending a message. */
  enum Result {
    DELIVERED,
    DEFERRED,
    REFUSED
  }
}
