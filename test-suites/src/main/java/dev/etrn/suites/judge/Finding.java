package dev.etrn.suites.judge;

/**
 * One thing a judge found in a transcript.
 *
 * @param assessment what it amounts to, before the catalogue weighs it
 * @param requirement the id of the requirement it speaks of
 * @param observed what came, in one sentence
 * @param isInAnyOrder whether it holds whichever reply answers which command
 */
public record Finding(
    Assessment assessment, String requirement, String observed, boolean isInAnyOrder) {

  /**
   * The case that alone reports that a permitted node is refused; findings of others refer to it.
   */
  public static final String PERMITTED_CASE = "etrn.reply.permitted";

  /** One that holds only when replies come in the order of the commands. */
  public Finding(Assessment assessment, String requirement, String observed) {
    this(assessment, requirement, observed, false);
  }

  /** The same, which holds whichever reply answers which command. */
  public Finding inAnyOrder() {
    return new Finding(assessment, requirement, observed, true);
  }

  /** What a finding amounts to. */
  public enum Assessment {
    /** As required. */
    KEPT,
    /** Permitted or unspecified; worth telling which branch was taken. */
    NOTED,
    /** Another case speaks of the same cause; {@code observed} names it. */
    REFERRED,
    /** Against the advice of the catalogue, but not a breach: at most WARN. */
    DOUBTFUL,
    /** Against the requirement; the catalogue's strictness says what that amounts to. */
    BROKEN,
    /** 421, a failed set-up, a lost connection: nothing can be said. */
    INCONCLUSIVE,
    /** The target does not offer ETRN. */
    NOT_OFFERED,
    /** The configuration rules it out; {@code observed} says which setting would enable it. */
    NOT_APPLICABLE
  }

  public static Finding kept(String requirement, String observed) {
    return new Finding(Assessment.KEPT, requirement, observed);
  }

  public static Finding noted(String requirement, String observed) {
    return new Finding(Assessment.NOTED, requirement, observed);
  }

  /** The cause is reported by the case with the id {@code other}. */
  public static Finding referred(String requirement, String other) {
    return new Finding(Assessment.REFERRED, requirement, "see " + other);
  }

  public static Finding doubtful(String requirement, String observed) {
    return new Finding(Assessment.DOUBTFUL, requirement, observed);
  }

  public static Finding broken(String requirement, String observed) {
    return new Finding(Assessment.BROKEN, requirement, observed);
  }

  public static Finding inconclusive(String requirement, String observed) {
    return new Finding(Assessment.INCONCLUSIVE, requirement, observed);
  }

  public static Finding notOffered(String requirement, String observed) {
    return new Finding(Assessment.NOT_OFFERED, requirement, observed);
  }

  public static Finding notApplicable(String requirement, String observed) {
    return new Finding(Assessment.NOT_APPLICABLE, requirement, observed);
  }
}
