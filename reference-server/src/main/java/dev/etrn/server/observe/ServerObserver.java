package dev.etrn.server.observe;

/** Is told what happens; called from many threads, and never blocks. */
public interface ServerObserver {

  /** Watches nothing. */
  ServerObserver NONE = new ServerObserver() {};

  default void sessionOpened() {}

  default void sessionClosed() {}

  /** A connection found too many others. */
  default void sessionTurnedAway() {}

  /**
   * An ETRN was answered.
   *
   * @param code of the reply
   */
  default void etrnAnswered(int code) {}

  /** A message was taken over. */
  default void messageTaken() {}

  /** What became of one message at an exchanger. */
  default void messageSent(Result result) {}

  /**
   * A queue run ended.
   *
   * @param reached whether the exchanger was reached and stayed until the end
   */
  default void runEnded(boolean reached) {}

  /** What can become of a message. */
  enum Result {
    DELIVERED,
    DEFERRED,
    REFUSED
  }
}
