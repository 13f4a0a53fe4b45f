package dev.etrn.suites.run.evaluation;

import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.Sessions;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The evaluation of a transcript to an outcome. A recording gives the same outcome as the run
 * itself, since everything that decides is in the transcript.
 */
public final class CaseJudge {

  private static final Set<Verdict> ACCUSING = EnumSet.of(Verdict.FAIL, Verdict.WARN);
  private static final String AGAIN_WORDS = "; tried again at the end, and no different";

  /** The verdicts whose cause may be a breach of a rule of every session. */
  private static final Set<Verdict> REFERABLE =
      EnumSet.of(Verdict.FAIL, Verdict.WARN, Verdict.INCONCLUSIVE);

  private static final Logger log = LoggerFactory.getLogger(CaseJudge.class);

  private CaseJudge() {}

  /** Returns the outcome of {@code experiment} for {@code transcript}. */
  public static Outcome outcome(Experiment experiment, Transcript transcript, Profile profile) {
    Optional<String> lacking = transcript.fact(Facts.LACKS);
    if (lacking.isPresent()) {
      return new Outcome(
          Verdict.NOT_APPLICABLE,
          "needs " + lacking.get() + ", which the configuration of this target does not give");
    }
    Optional<String> went = transcript.fact(Facts.TARGET_WENT);
    if (went.isPresent()) {
      return new Outcome(
          Verdict.INCONCLUSIVE,
          went.get() + " went away at about that time, because of this case or for another reason");
    }
    Optional<String> defect = transcript.fact(Facts.DEFECT);
    if (defect.isPresent()) {
      return defect(defect.get());
    }
    Optional<Duration> cut = transcript.fact(Facts.WAIT_CUT);
    if (cut.isPresent()) {
      return new Outcome(
          Verdict.INCONCLUSIVE,
          "the target does not answer ETRN: earlier cases waited "
              + Facts.WAIT_CUT.text(cut.get())
              + " each, so this case waited only a moment",
          List.of(),
          Optional.of(Impediment.NO_REPLY));
    }
    return weighed(experiment, transcript, profile, findings -> findings);
  }

  /**
   * Returns the outcome in a run that reports rules of every session separately: a breach of a rule
   * is not reported again by the case.
   *
   * @param rules the rules that the run reports
   */
  public static Outcome outcome(
      Experiment experiment, Transcript transcript, Profile profile, List<SessionRule> rules) {
    Outcome outcome = outcome(experiment, transcript, profile);
    if (experiment.info().isInvariant() || !REFERABLE.contains(outcome.verdict())) {
      return outcome;
    }
    var sessions = Sessions.of(transcript);
    List<SessionRule> broken =
        rules.stream().filter(rule -> !rule.breaches(sessions).isEmpty()).toList();
    return broken.isEmpty()
        ? outcome
        : weighed(
            experiment,
            transcript,
            profile,
            findings -> Referral.of(experiment.info(), sessions, findings, broken));
  }

  private static Outcome weighed(
      Experiment experiment,
      Transcript transcript,
      Profile profile,
      UnaryOperator<List<Finding>> referral) {
    try {
      Outcome weighed =
          profile.weigh(referral.apply(experiment.judge().judge(transcript)), Requirements::byId);
      return qualified(weighed, transcript);
    } catch (RuntimeException | Error e) {
      log.error("the judge of {} failed", experiment.info().id(), e);
      return defect(e.toString());
    }
  }

  private static Outcome qualified(Outcome outcome, Transcript transcript) {
    Optional<List<String>> shared = transcript.fact(Facts.LANE_SHARED);
    if (shared.isPresent() && ACCUSING.contains(outcome.verdict())) {
      return new Outcome(
          Verdict.INCONCLUSIVE,
          "mail of other lanes came over the same connection ("
              + Facts.LANE_SHARED.text(shared.get())
              + "), so it does not belong to this case alone: "
              + outcome.observed(),
          outcome.requirements());
    }
    return outcome.verdict() == Verdict.INCONCLUSIVE
            && transcript.fact(Facts.PLAYED_AGAIN).orElse(false)
        ? outcome.withObserved(outcome.observed() + AGAIN_WORDS)
        : outcome;
  }

  private static Outcome defect(String error) {
    return new Outcome(Verdict.ERROR, "a defect of the harness: " + error);
  }
}
