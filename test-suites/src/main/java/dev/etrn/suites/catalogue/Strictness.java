package dev.etrn.suites.catalogue;

/**
 * The consequence of breaking a requirement.
 *
 * <p>RFC 1985 has no upper-case keywords, so the level alone would make false accusations; the
 * catalogue states the consequence row by row.
 */
public enum Strictness {
  /** A breach is a FAIL in every profile. */
  ALWAYS,
  /** A breach is a WARN, and a FAIL in the strict profile. */
  STRICT,
  /** A breach is never a FAIL: it is a WARN, or a NOTE if the requirement is a MAY. */
  NEVER
}
