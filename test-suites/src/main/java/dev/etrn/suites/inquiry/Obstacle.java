package dev.etrn.suites.inquiry;

import java.util.Locale;

/** A setting of the server that prevents a complete verification of ETRN. */
public enum Obstacle {
  NOT_OFFERED("EHLO does not offer ETRN"),
  LOGIN_REQUIRED("The server wants AUTH first: give --user, and its password in a file"),
  PERMITTED_REFUSED("ETRN is refused for the permitted name"),
  DENIED_ACCEPTED("ETRN is accepted for the name that should be denied"),
  RELAYING_DENIED("Mail for the permitted name is refused"),
  RELAYED_AT_ONCE("Mail for the permitted name is delivered before ETRN asks for it"),
  NOTHING_CAME("ETRN is accepted, but the mail does not come to --listen");

  private final String text;

  Obstacle(String text) {
    this.text = text;
  }

  /** Returns the obstacle in one sentence without a full stop. */
  public String text() {
    return text;
  }

  /** Returns the name of its section in the texts for administrators. */
  public String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
