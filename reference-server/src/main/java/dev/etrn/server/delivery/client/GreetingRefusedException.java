package dev.etrn.server.delivery.client;

import java.io.IOException;

/** A server that refuses the name given with EHLO, and may well take another. */
public final class GreetingRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final String reply;

  GreetingRefusedException(String name, String reply) {
    super("EHLO " + name + " was answered " + reply);
    this.name = name;
    this.reply = reply;
  }

  /** The name that was given. */
  public String name() {
    return name;
  }

  /** The answer to EHLO. */
  public String reply() {
    return reply;
  }
}
