package dev.etrn.suites.run.result;

import dev.etrn.suites.waivers.Waiver;

/**
 * What a waiver makes of the result of its case; the verdict stays what it is.
 *
 * @param kind whether the deviation is there
 * @param waiver that spoke of it
 */
public record Expectation(Kind kind, Waiver waiver) {

  /** Named as other test tools name them. */
  public enum Kind {
    /** The deviation shows as the waiver says. */
    XFAIL("xfail"),
    /** The case passes, and the waiver can go. */
    XPASS("xpass");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it stands in {@code results.json}. */
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
