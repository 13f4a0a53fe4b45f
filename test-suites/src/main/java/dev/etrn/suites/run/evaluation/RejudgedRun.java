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
 * A recorded run, judged again with the judges of today, on the names and limits that were
 * recorded.
 *
 * @param run with the new verdicts
 * @param kept ids of cases whose recorded verdicts stand: the catalogue has no such case, or asks
 *     for something else by now, or there is nothing recorded to judge
 */
public record RejudgedRun(RunResult run, List<String> kept) {

  public RejudgedRun {
    kept = List.copyOf(kept);
  }

  /**
   * @param catalogue the cases of today
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
      Optional<Experiment> judging =
          Optional.ofNullable(byId.get(result.info().id()))
              .filter(one -> !one.info().isInvariant() && canJudge(one, result));
      if (judging.isEmpty()) {
        kept.add(result.info().id());
      }
      results.add(judging.map(one -> again(one, result, recorded.profile(), rules)).orElse(result));
    }
    results.addAll(SessionRuleResults.of(rules, List.copyOf(results), recorded.profile()));
    return new RejudgedRun(recorded.with(results), kept);
  }

  /** The rules of every session that the run reported. */
  private static List<SessionRule> rules(RunResult recorded) {
    return recorded.cases().stream()
        .flatMap(result -> SessionRules.find(result.info().id()).stream())
        .toList();
  }

  private static boolean canJudge(Experiment one, CaseResult recorded) {
    return one.info().revision() == recorded.info().revision()
        && recorded.attempts().stream().noneMatch(a -> a.transcript().events().isEmpty());
  }

  private static CaseResult again(
      Experiment one, CaseResult recorded, Profile profile, List<SessionRule> rules) {
    return new CaseResult(
        one.info(), recorded.attempts().stream().map(a -> again(one, a, profile, rules)).toList());
  }

  private static Attempt again(
      Experiment one, Attempt recorded, Profile profile, List<SessionRule> rules) {
    Outcome outcome = CaseJudge.outcome(one, recorded.transcript(), profile, rules);
    return new Attempt(recorded.round(), outcome, recorded.nanos(), recorded.transcript());
  }
}
