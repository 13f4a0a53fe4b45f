package dev.etrn.load.protocol;

/** A listener for replies on one connection; called on the connection's event loop. */
public interface ReplyListener {

  /**
   * Called when a whole reply has been read.
   *
   * @param code 200 to 599; {@link SmtpConnection#replyText()} has its text during this call
   * @param nanos the time at which its last octet was read, by {@link System#nanoTime()}
   */
  void replied(int code, long nanos);

  /** Called when no reply came and the connection is lost; every waiting listener is called. */
  void failed(StepError error, long nanos);
}
