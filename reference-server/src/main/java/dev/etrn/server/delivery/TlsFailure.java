package dev.etrn.server.delivery;

import java.io.IOException;

/** A peer offered TLS, and then it did not come about; in the clear it may well be reached. */
final class TlsFailure extends IOException {

  private static final long serialVersionUID = 1L;

  TlsFailure(String message) {
    super(message);
  }

  TlsFailure(IOException cause) {
    super("TLS did not come about: " + cause.getMessage(), cause);
  }
}
