package dev.etrn.reports.comparison;

/** The change of a case since an earlier run. */
public enum CaseChange {
  /** The case fails now; before, it was judged and did not fail. */
  NEW_FAILURE("new failure", true),
  /** The case was judged before, and cannot be judged now. */
  LOST("no longer judged", true),
  /** The case was only in the earlier run. */
  VANISHED("gone", true),
  /** The case failed before; now, it is judged and does not fail. */
  FIXED("fixed", false),
  /** The verdict changed in any other way. */
  OTHER_VERDICT("other verdict", false),
  /** The verdict is the same, for another reason. */
  OTHER_EVIDENCE("other evidence", false),
  /** The case was not in the earlier run. */
  ADDED("added", false);

  private final String words;
  private final boolean regression;

  CaseChange(String words, boolean regression) {
    this.words = words;
    this.regression = regression;
  }

  public String words() {
    return words;
  }

  public boolean isRegression() {
    return regression;
  }
}
