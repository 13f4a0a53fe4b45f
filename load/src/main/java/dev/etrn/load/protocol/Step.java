package dev.etrn.load.protocol;

import java.util.Locale;

/** What a virtual user does in its session; each has its own latency. */
public enum Step {
  /** From the call to the established connection. */
  CONNECT,
  /** From the established connection to the whole greeting. */
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
  /** From the first octet of the content to the reply after its final dot. */
  CONTENT,
  RSET,
  NOOP,
  QUIT,
  /** A line of the simulation's own. */
  LINE,
  /** The connection was reset by the user itself, with or without a last command before. */
  DROP;

  /** The name of this step in transcripts, such as {@code etrn}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
