package dev.etrn.suites.independence;

/**
 * In what a plain server differs from others, all within what the specifications allow.
 *
 * @param isMinimal starts everything for any request, always 250 (RFC 1985 section 6)
 * @param knowsEhlo otherwise it knows HELO only, and so offers no extension
 * @param endsPipelining punishes input that did not wait for a reply with 554 and the end
 * @param sessions how many it talks to at a time; others wait
 * @param access under which conditions it does ETRN
 */
record Traits(
    boolean isMinimal, boolean knowsEhlo, boolean endsPipelining, int sessions, Access access) {

  Traits(boolean isMinimal, boolean knowsEhlo, boolean endsPipelining, int sessions) {
    this(isMinimal, knowsEhlo, endsPipelining, sessions, Access.OPEN);
  }

  static Traits with(Access access) {
    return new Traits(false, true, false, MANY, access);
  }

  private static final int MANY = 64;

  static final Traits TERSE = new Traits(false, true, false, MANY);
  static final Traits STRICT = new Traits(false, true, true, MANY);
  static final Traits MINIMAL = new Traits(true, true, false, MANY);
  static final Traits OLD = new Traits(false, false, false, MANY);
  static final Traits ONE_AT_A_TIME = new Traits(false, true, false, 1);
}
