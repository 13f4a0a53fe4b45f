package dev.etrn.suites.catalogue;

/**
 * What a broken requirement amounts to.
 *
 * <p>RFC 1985 has no upper-case keywords, so the level alone would make false accusations; the
 * catalogue states the consequence row by row.
 */
public enum Strictness {
  /** Broken is FAIL in every profile. */
  ALWAYS,
  /** Broken is WARN, and FAIL in the strict profile. */
  STRICT,
  /** Broken is never a FAIL: WARN, or NOTE where the requirement is a MAY. */
  NEVER
}
