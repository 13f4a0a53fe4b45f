package dev.etrn.server.delivery.client;

import java.io.IOException;

/** The refusal of an EHLO name by a server that may accept another name. */
public final class GreetingRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final String reply;

  GreetingRefusedException(String name, String reply) {
    super("EHLO " + name + " was answered " + reply);
    this.name = name;
    this.reply = reply;
  }

  /** Returns the name in EHLO. */
  public String name() {
    return name;
  }

  /** Returns the reply to EHLO. */
  public String reply() {
    return reply;
  }
}
