package dev.etrn.suites.run.result;

import dev.etrn.suites.waivers.Waiver;

/**
 * The expectation of a waiver for the result of its case; the verdict does not change.
 *
 * @param kind the kind: the deviation shows, or is gone
 * @param waiver the waiver of the deviation
 */
public record Expectation(Kind kind, Waiver waiver) {

  /** The kinds, with the names that other test tools use. */
  public enum Kind {
    /** The deviation shows as the waiver says. */
    XFAIL("xfail"),
    /** The case passes, and the waiver can go. */
    XPASS("xpass");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Returns the word for this kind in {@code results.json}. */
    public String word() {
      return word;
    }
  }

  public boolean isFail() {
    return kind == Kind.XFAIL;
  }

  public boolean isPass() {
    return kind == Kind.XPASS;
  }
}
