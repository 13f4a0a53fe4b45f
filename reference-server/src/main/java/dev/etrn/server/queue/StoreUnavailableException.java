package dev.etrn.server.queue;

import java.io.IOException;

/** The queue's directory cannot be used; the message says in one sentence why. */
public final class StoreUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
