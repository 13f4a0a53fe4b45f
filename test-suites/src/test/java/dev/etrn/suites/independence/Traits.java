package dev.etrn.suites.independence;

/**
 * In what a plain server differs from others, all within what the specifications allow.
 *
 * @param isMinimal starts everything for any request, always 250 (RFC 1985 section 6)
 * @param knowsEhlo otherwise it knows HELO only, and so offers no extension
 * @param endsPipelining punishes input that did not wait for a reply with 554 and the end
 */
record Traits(boolean isMinimal, boolean knowsEhlo, boolean endsPipelining) {

  static final Traits TERSE = new Traits(false, true, false);
  static final Traits STRICT = new Traits(false, true, true);
  static final Traits MINIMAL = new Traits(true, true, false);
  static final Traits OLD = new Traits(false, false, false);
}
