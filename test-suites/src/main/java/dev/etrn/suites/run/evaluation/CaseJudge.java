package dev.etrn.suites.run.evaluation;

import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.Sessions;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an outcome of a transcript; the same one at once and from a recording, for everything that
 * decides stands in the transcript.
 */
public final class CaseJudge {

  /** The fact that the case was not played: the key of etrn.yaml that it needs. */
  public static final String LACKS = "lacks";

  /** The fact that the script failed: the exception. */
  public static final String DEFECT = "defect";

  /** The fact that the target went away during the case: its address. */
  public static final String WENT = "target-went";

  /** The fact that an ETRN was waited for less long than the case would have waited. */
  public static final String CUT = "wait.cut";

  /** The fact that mail of other cases, which ran beside this one, came over its connections. */
  public static final String SHARED = "lane.shared";

  /** The fact that a case ended inconclusive before, and was played once more. */
  public static final String AGAIN = "played.again";

  private static final Set<Verdict> ACCUSING = EnumSet.of(Verdict.FAIL, Verdict.WARN);
  private static final String AGAIN_WORDS = "; tried again at the end, and no different";

  /** What a rule of every session may have brought about. */
  private static final Set<Verdict> REFERABLE =
      EnumSet.of(Verdict.FAIL, Verdict.WARN, Verdict.INCONCLUSIVE);

  private static final Logger log = LoggerFactory.getLogger(CaseJudge.class);

  private CaseJudge() {}

  /** The verdict of {@code one} on what {@code transcript} holds. */
  public static Outcome outcome(Experiment one, Transcript transcript, Profile profile) {
    Optional<String> lacking = transcript.fact(LACKS);
    if (lacking.isPresent()) {
      return new Outcome(
          Verdict.NOT_APPLICABLE,
          "needs " + lacking.get() + ", which the configuration of this target does not give");
    }
    Optional<String> went = transcript.fact(WENT);
    if (went.isPresent()) {
      return new Outcome(
          Verdict.INCONCLUSIVE,
          went.get() + " went away at about that time, because of this case or for another reason");
    }
    Optional<String> defect = transcript.fact(DEFECT);
    if (defect.isPresent()) {
      return defect(defect.get());
    }
    Optional<String> cut = transcript.fact(CUT);
    if (cut.isPresent()) {
      return new Outcome(
          Verdict.INCONCLUSIVE,
          "the target answers no ETRN: others were waited for "
              + cut.get()
              + " each, and so this case waited for a moment only");
    }
    return weighed(one, transcript, profile, findings -> findings);
  }

  /**
   * The same in a run that reports rules of every session by themselves: what they speak of is not
   * reported once more.
   *
   * @param rules those that the run reports
   */
  public static Outcome outcome(
      Experiment one, Transcript transcript, Profile profile, List<SessionRule> rules) {
    Outcome alone = outcome(one, transcript, profile);
    if (one.info().isInvariant() || !REFERABLE.contains(alone.verdict())) {
      return alone;
    }
    var sessions = Sessions.of(transcript);
    List<SessionRule> broken =
        rules.stream().filter(rule -> !rule.breaches(sessions).isEmpty()).toList();
    return broken.isEmpty()
        ? alone
        : weighed(
            one,
            transcript,
            profile,
            findings -> Referral.of(one.info(), sessions, findings, broken));
  }

  private static Outcome weighed(
      Experiment one,
      Transcript transcript,
      Profile profile,
      UnaryOperator<List<Finding>> referral) {
    try {
      Outcome weighed =
          profile.weigh(referral.apply(one.judge().judge(transcript)), Requirements::byId);
      return again(weighed, transcript);
    } catch (RuntimeException | Error e) {
      log.error("the judge of {} failed", one.info().id(), e);
      return defect(e.toString());
    }
  }

  private static Outcome again(Outcome outcome, Transcript transcript) {
    Optional<String> shared = transcript.fact(SHARED);
    if (shared.isPresent() && ACCUSING.contains(outcome.verdict())) {
      return new Outcome(
          Verdict.INCONCLUSIVE,
          "mail of other lanes came over the same connection ("
              + shared.get()
              + "), so that it is not this case's alone: "
              + outcome.observed(),
          outcome.requirements());
    }
    return outcome.verdict() == Verdict.INCONCLUSIVE && transcript.fact(AGAIN).isPresent()
        ? new Outcome(outcome.verdict(), outcome.observed() + AGAIN_WORDS, outcome.requirements())
        : outcome;
  }

  private static Outcome defect(String what) {
    return new Outcome(Verdict.ERROR, "a defect of the harness: " + what);
  }
}
