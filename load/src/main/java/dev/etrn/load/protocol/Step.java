package dev.etrn.load.protocol;

import java.util.Locale;

/** A step of a virtual user's session; each has its own latency. */
public enum Step {
  /** The time from the call to the established connection. */
  CONNECT,
  /** The time from the established connection to the whole greeting. */
  BANNER,
  EHLO,
  HELO,
  /** The STARTTLS command and its reply. */
  STARTTLS,
  /** The handshake that follows. */
  TLS,
  AUTH,
  ETRN,
  MAIL,
  RCPT,
  /** The DATA command and the reply that asks for the content. */
  DATA,
  /** The time from the first octet of the content to the reply after its final dot. */
  CONTENT,
  RSET,
  NOOP,
  QUIT,
  /** A line that the simulation itself defines. */
  LINE,
  /** The reset of the connection by the user itself, with or without a last command before it. */
  DROP;

  /** Returns the name of this step in transcripts, such as {@code etrn}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
