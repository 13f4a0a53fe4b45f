package dev.etrn.suites.judge;

import java.util.Optional;

/**
 * A finding of a judge in a transcript.
 *
 * @param assessment the judge's assessment, before the catalogue weighs it
 * @param requirement the id of the requirement that the finding is about
 * @param observed the observation, in one sentence
 * @param isInAnyOrder true if it holds whichever reply answers which command
 * @param impediment the impediment that made the case inconclusive, if it is one of those
 */
public record Finding(
    Assessment assessment,
    String requirement,
    String observed,
    boolean isInAnyOrder,
    Optional<Impediment> impediment) {

  /**
   * The only case that reports the refusal of a permitted node; findings of other cases refer to
   * it.
   */
  public static final String PERMITTED_CASE = "etrn.reply.permitted";

  /** A finding that holds only if replies come in the order of the commands. */
  public Finding(Assessment assessment, String requirement, String observed) {
    this(assessment, requirement, observed, false, Optional.empty());
  }

  /** Returns the same finding, marked as one that holds whichever reply answers which command. */
  public Finding inAnyOrder() {
    return new Finding(assessment, requirement, observed, true, impediment);
  }

  /** Returns the same finding with the impediment that caused it, if there is one. */
  public Finding dueTo(Optional<Impediment> cause) {
    return new Finding(assessment, requirement, observed, isInAnyOrder, cause);
  }

  /** Returns the same finding with the impediment that caused it. */
  public Finding dueTo(Impediment cause) {
    return dueTo(Optional.of(cause));
  }

  /** The weight of a finding. */
  public enum Assessment {
    /** The requirement is kept. */
    KEPT,
    /** The behaviour is permitted or unspecified; the report shows which it is. */
    NOTED,
    /** Another case reports the same cause; {@code observed} names it. */
    REFERRED,
    /** The behaviour is against the advice of the catalogue, but not a breach: at most WARN. */
    DOUBTFUL,
    /** The requirement is broken; the catalogue's strictness decides the verdict. */
    BROKEN,
    /** A 421, a failed set-up or a lost connection left nothing to judge. */
    INCONCLUSIVE,
    /** The target does not offer ETRN. */
    NOT_OFFERED,
    /** The configuration rules the case out; {@code observed} names the setting that enables it. */
    NOT_APPLICABLE
  }

  public static Finding kept(String requirement, String observed) {
    return new Finding(Assessment.KEPT, requirement, observed);
  }

  public static Finding noted(String requirement, String observed) {
    return new Finding(Assessment.NOTED, requirement, observed);
  }

  /** Returns a finding whose cause is reported by the case with the id {@code other}. */
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

  /** Returns an inconclusive finding about a command that got no reply, or not the one needed. */
  public static Finding unanswered(String requirement, String observed) {
    return inconclusive(requirement, observed).dueTo(Impediment.NO_REPLY);
  }

  public static Finding notOffered(String requirement, String observed) {
    return new Finding(Assessment.NOT_OFFERED, requirement, observed);
  }

  public static Finding notApplicable(String requirement, String observed) {
    return new Finding(Assessment.NOT_APPLICABLE, requirement, observed);
  }
}
