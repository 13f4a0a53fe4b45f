package dev.etrn.load.exchanger;

import java.io.IOException;

/**
 * A refusal of the target to begin a session as its configuration says; the message says what to
 * do.
 */
public final class SessionRefusedException extends IOException {

  private static final long serialVersionUID = 1;

  SessionRefusedException(String message) {
    super(message);
  }
}
