package dev.etrn.server.delivery.client;

import java.io.IOException;

/** The failure of TLS with a peer that offered it; the peer may still be reachable without TLS. */
public final class TlsFailureException extends IOException {

  private static final long serialVersionUID = 1L;

  TlsFailureException(String message) {
    super(message);
  }

  TlsFailureException(IOException cause) {
    super("TLS failed: " + cause.getMessage(), cause);
  }
}
