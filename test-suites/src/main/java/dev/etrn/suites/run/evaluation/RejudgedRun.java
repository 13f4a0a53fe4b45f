package dev.etrn.suites.run.evaluation;

import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.SessionRules;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A recorded run, judged again with the current judges and the recorded names and limits.
 *
 * @param run the run with the new verdicts
 * @param kept the ids of cases whose recorded verdicts stand, because the catalogue has no such
 *     case, because the case has changed since, or because no transcript was recorded
 */
public record RejudgedRun(RunResult run, List<String> kept) {

  public RejudgedRun {
    kept = List.copyOf(kept);
  }

  /**
   * Judges a recorded run again.
   *
   * @param catalogue the current cases
   */
  public static RejudgedRun of(RunResult recorded, List<? extends Experiment> catalogue) {
    Map<String, Experiment> byId =
        catalogue.stream().collect(Collectors.toMap(c -> c.info().id(), Function.identity()));
    List<CaseResult> played =
        recorded.cases().stream().filter(result -> !result.info().isInvariant()).toList();
    List<SessionRule> rules = played.isEmpty() ? List.of() : rules(recorded);
    var results = new ArrayList<CaseResult>();
    var kept = new ArrayList<String>();
    for (CaseResult result : played.isEmpty() ? recorded.cases() : played) {
      Optional<Experiment> experiment =
          Optional.ofNullable(byId.get(result.info().id()))
              .filter(current -> !current.info().isInvariant() && canJudge(current, result));
      if (experiment.isEmpty()) {
        kept.add(result.info().id());
      }
      results.add(
          experiment
              .map(current -> rejudged(current, result, recorded.profile(), rules))
              .orElse(result));
    }
    results.addAll(SessionRuleResults.of(rules, List.copyOf(results), recorded.profile()));
    return new RejudgedRun(recorded.with(results), kept);
  }

  /** Returns the rules of every session that the run reported. */
  private static List<SessionRule> rules(RunResult recorded) {
    return recorded.cases().stream()
        .flatMap(result -> SessionRules.find(result.info().id()).stream())
        .toList();
  }

  private static boolean canJudge(Experiment experiment, CaseResult recorded) {
    return experiment.info().revision() == recorded.info().revision()
        && recorded.attempts().stream().noneMatch(a -> a.transcript().events().isEmpty());
  }

  private static CaseResult rejudged(
      Experiment experiment, CaseResult recorded, Profile profile, List<SessionRule> rules) {
    return new CaseResult(
        experiment.info(),
        recorded.attempts().stream().map(a -> rejudged(experiment, a, profile, rules)).toList());
  }

  private static Attempt rejudged(
      Experiment experiment, Attempt recorded, Profile profile, List<SessionRule> rules) {
    Outcome outcome = CaseJudge.outcome(experiment, recorded.transcript(), profile, rules);
    return new Attempt(recorded.round(), outcome, recorded.nanos(), recorded.transcript());
  }
}
