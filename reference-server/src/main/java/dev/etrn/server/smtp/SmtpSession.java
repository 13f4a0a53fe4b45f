package dev.etrn.server.smtp;

/** The session as its connection sees it; for one thread at a time. */
public interface SmtpSession {

  /** Begins the session with the greeting. */
  void begin();

  /**
   * Takes octets from the peer.
   *
   * @return the index of the first octet not taken, because the session stores a message or is over
   */
  int receive(byte[] octets, int start, int end);

  /** Continues after the TLS handshake; further input is encrypted. */
  void encrypted();

  /** Returns true if the session takes no input until {@link SessionOutput#resume()}. */
  boolean isWaiting();

  /** Returns true if the next octets are content. */
  boolean takesContent();

  /**
   * Returns a number that grows with each whole line and each block of content, and with nothing
   * less: a slow drip of single octets does not extend the timeout (SEC-030).
   */
  long progress();

  /** Ends the session from the server's side, with 421. */
  void shutDown();

  /** Ends a session whose peer is silent. */
  void timeOut();
}
