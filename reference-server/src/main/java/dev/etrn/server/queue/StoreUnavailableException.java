package dev.etrn.server.queue;

import java.io.IOException;

/** The failure to open the queue's directory; the message states the reason in one sentence. */
public final class StoreUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
