package dev.etrn.load.protocol;

/** What a time is the time of. */
public enum Step {
  /** From the call to the connection. */
  CONNECT,
  /** From the connection to the whole greeting. */
  BANNER,
  /** From STARTTLS to the end of the handshake. */
  TLS,
  EHLO,
  AUTH,
  ETRN,
  MAIL,
  RCPT,
  /** From DATA to the reply that asks for content. */
  DATA,
  /** From the final dot to its reply. */
  CONTENT,
  RSET,
  NOOP,
  QUIT,
  /** Any other line. */
  LINE
}
