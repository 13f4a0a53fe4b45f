package dev.etrn.server.fault;

/** What a fault does to the people whose mail it is. */
public enum Harm {
  /**
   * Mail is lost, changed, doubled, late or misrouted; a declared limit or refusal is not kept, or
   * a permitted node refused; replies are missing, malformed or in disorder, or a session closes
   * without a word.
   */
  GRAVE,
  /** A rule is broken without such a loss. */
  PLAIN,
  /** A freedom of the specifications is used, and nothing is broken. */
  NONE
}
