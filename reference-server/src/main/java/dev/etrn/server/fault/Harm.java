package dev.etrn.server.fault;

/** The harm of a fault to the users whose mail it is. */
public enum Harm {
  /**
   * Mail is lost, changed, doubled, late or misrouted; a declared limit or refusal is not kept, or
   * a permitted node refused; replies are missing, malformed or in disorder, or a session closes
   * without a reply.
   */
  GRAVE,
  /** A rule is broken without such a loss. */
  PLAIN,
  /** The fault uses a freedom of the specifications, and breaks nothing. */
  NONE
}
