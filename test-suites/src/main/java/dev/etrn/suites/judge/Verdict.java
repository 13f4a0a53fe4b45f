package dev.etrn.suites.judge;

import java.util.List;

/** The verdict on a case. */
public enum Verdict {
  PASS("the requirement is kept"),
  FAIL("a MUST is broken, or what was declared is not kept"),
  WARN("a SHOULD is broken, or text that the specification implies"),
  NOTE("a MAY or unspecified behaviour; the observed branch is kept"),
  NOT_OFFERED("the target does not offer ETRN"),
  NOT_APPLICABLE("the configuration rules the case out"),
  INCONCLUSIVE("421, a failed set-up or the network left nothing to judge"),
  ERROR("a defect of the harness itself");

  /**
   * The verdicts in the order of a reader's interest; of several attempts at a case, the one that
   * comes first here counts.
   */
  public static final List<Verdict> WORST_FIRST =
      List.of(ERROR, FAIL, INCONCLUSIVE, WARN, NOTE, NOT_OFFERED, NOT_APPLICABLE, PASS);

  private final String meaning;

  Verdict(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the meaning of the verdict in one phrase, for legends. */
  public String meaning() {
    return meaning;
  }
}
