package dev.etrn.server.smtp;

/** What a connection needs of its session; for one thread at a time. */
public interface SmtpSession {

  /** Greets; the first thing to happen. */
  void begin();

  /**
   * Takes octets from the peer.
   *
   * @return the index of the first octet not taken, because the session stores a message or is over
   */
  int receive(byte[] octets, int from, int to);

  /** The handshake is over; what comes now came encrypted. */
  void encrypted();

  /** Whether input is left alone until {@link SessionOutput#resume()}. */
  boolean isWaiting();

  /** Whether the next octets are content. */
  boolean takesContent();

  /**
   * Grows with each whole line and each {@value #BLOCK} octets of content, and with nothing less:
   * single octets, dripped, are no reason to wait longer (SEC-030).
   */
  long progress();

  /** Ends the session from the server's side, with 421. */
  void shutDown();

  /** Ends a session whose peer says nothing. */
  void timeOut();
}
