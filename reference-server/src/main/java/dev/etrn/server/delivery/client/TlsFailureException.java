package dev.etrn.server.delivery.client;

import java.io.IOException;

/** A peer offered TLS, and then it did not come about; in the clear it may well be reached. */
public final class TlsFailureException extends IOException {

  private static final long serialVersionUID = 1L;

  TlsFailureException(String message) {
    super(message);
  }

  TlsFailureException(IOException cause) {
    super("TLS did not come about: " + cause.getMessage(), cause);
  }
}
