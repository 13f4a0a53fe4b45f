package dev.etrn.suites.catalogue;

/** How strongly a specification asks for something. */
public enum Level {
  MUST,
  SHOULD,
  MAY,
  /** Implied by grammar, example or other text of the specification. */
  IMPL,
  /** A decision of this project about its own server; not asked of others. */
  PROJ,
  /** What {@code etrn.yaml} says of the target: a promise, whatever a specification leaves open. */
  DECLARED
}
