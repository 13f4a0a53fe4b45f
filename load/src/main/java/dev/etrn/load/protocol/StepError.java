package dev.etrn.load.protocol;

/**
 * The reason for which a step got no reply. The set is small and fixed, since its texts are keys of
 * reports.
 */
public enum StepError {
  /** No connection, handshake or whole reply came within the reply timeout. */
  TIMEOUT("no reply in time"),
  /** The peer reset the connection. */
  RESET("reset by the peer"),
  /** No server listens on the address. */
  REFUSED("connection refused"),
  /** There is no route to the peer, or no local address or port to connect from. */
  UNREACHABLE("cannot connect"),
  /** The peer closed the connection before it answered the step, or before the step began. */
  CLOSED("closed by the peer"),
  /**
   * The input is not an SMTP reply (RFC 5321 section 4.2), or is a reply that no command asked for.
   */
  MALFORMED("not an SMTP reply"),
  /** The TLS handshake failed, or the octets after it were not TLS. */
  TLS("TLS failed");

  private final String text;

  StepError(String text) {
    this.text = text;
  }

  /** Returns one phrase for reports. */
  public String text() {
    return text;
  }
}
