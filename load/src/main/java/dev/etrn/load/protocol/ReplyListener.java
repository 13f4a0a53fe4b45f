package dev.etrn.load.protocol;

/** Waits for replies on one connection; called on its event loop. */
public interface ReplyListener {

  /**
   * A whole reply came.
   *
   * @param code 200 to 599; {@link SmtpConnection#replyText()} has its text during this call
   * @param nanos when its last octet was read
   */
  void replied(int code, long nanos);

  /** None came, and the connection is gone; all that wait on it are told. */
  void failed(StepError error, long nanos);
}
