package dev.etrn.load.protocol;

/** Why a step got no reply. Few and fixed, since they are keys of reports. */
public enum StepError {
  /** No connection, handshake or whole reply within the reply timeout. */
  TIMEOUT("no reply in time"),
  /** The peer reset the connection. */
  RESET("reset by the peer"),
  /** Nobody listens there. */
  REFUSED("connection refused"),
  /** No route to the peer, or no local address or port to connect from. */
  UNREACHABLE("cannot connect"),
  /** The peer closed the connection, with the step unanswered or before it began. */
  CLOSED("closed by the peer"),
  /** What came is no SMTP reply (RFC 5321 section 4.2), or a reply that nothing asked for. */
  MALFORMED("not an SMTP reply"),
  /** The TLS handshake failed, or what came later was not TLS. */
  TLS("TLS failed");

  private final String text;

  StepError(String text) {
    this.text = text;
  }

  /** One phrase for reports. */
  public String text() {
    return text;
  }
}
