package dev.etrn.suites.catalogue;

/** The strength with which a specification asks for something. */
public enum Level {
  MUST,
  SHOULD,
  MAY,
  /** An implication of grammar, example or other text of the specification. */
  IMPL,
  /** A decision of this project about its own server, which other servers need not follow. */
  PROJ,
  /** A declaration about the target in {@code etrn.yaml}, which may exceed a specification. */
  DECLARED
}
