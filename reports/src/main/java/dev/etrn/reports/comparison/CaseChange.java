package dev.etrn.reports.comparison;

/** What became of a case since an earlier run. */
public enum CaseChange {
  /** It fails now, and was judged and did not fail before. */
  NEW_FAILURE("new failure", true),
  /** It was judged before, and now nothing can be said of it. */
  LOST("no longer judged", true),
  /** It was there before. */
  VANISHED("gone", true),
  /** It failed before, and is judged and does not fail now. */
  FIXED("fixed", false),
  /** Any other change of its verdict. */
  OTHER_VERDICT("other verdict", false),
  /** The same verdict for another reason. */
  OTHER_EVIDENCE("other evidence", false),
  /** It was not there before. */
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
