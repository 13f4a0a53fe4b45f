package dev.etrn.suites.run.evaluation;

import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.Sessions;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The results of the rules of every session, from all transcripts of a run. Each rule has one
 * result, with the first case that shows a breach as its evidence.
 */
public final class SessionRuleResults {

  private static final int MOST_NAMED = 5;

  private final Profile profile;
  private final Map<SessionRule, List<Breach>> breaches = new LinkedHashMap<>();
  private int sessions;

  private SessionRuleResults(List<SessionRule> rules, Profile profile) {
    this.profile = profile;
    rules.forEach(rule -> breaches.put(rule, new ArrayList<>()));
  }

  /**
   * Returns a result for each rule, in the order of the rules.
   *
   * @param played the results of the cases; rules among them do not count
   */
  public static List<CaseResult> of(
      List<SessionRule> rules, List<CaseResult> played, Profile profile) {
    var rows = new SessionRuleResults(rules, profile);
    if (!rules.isEmpty()) {
      played.stream()
          .filter(result -> !result.info().isInvariant())
          .filter(result -> result.transcript().fact(Facts.TARGET_WENT).isEmpty())
          .forEach(rows::read);
    }
    return rules.stream().map(rows::row).toList();
  }

  /** A breach with its verdict, and the case that shows it. */
  private record Breach(Verdict verdict, Finding finding, String caseId, Transcript transcript) {}

  private void read(CaseResult result) {
    for (Attempt attempt : result.attempts()) {
      var caseSessions = Sessions.of(attempt.transcript());
      sessions += caseSessions.conversations().size();
      breaches.forEach(
          (rule, ruleBreaches) ->
              rule.breaches(caseSessions)
                  .forEach(finding -> ruleBreaches.add(breach(finding, result, attempt))));
    }
  }

  private Breach breach(Finding finding, CaseResult result, Attempt attempt) {
    Verdict verdict = profile.weigh(List.of(finding), Requirements::byId).verdict();
    return new Breach(verdict, finding, result.info().id(), attempt.transcript());
  }

  private CaseResult row(SessionRule rule) {
    List<Breach> ruleBreaches =
        breaches.getOrDefault(rule, List.of()).stream()
            .sorted(Comparator.comparing(b -> Verdict.WORST_FIRST.indexOf(b.verdict())))
            .toList();
    return ruleBreaches.isEmpty() ? kept(rule) : broken(rule, ruleBreaches);
  }

  private CaseResult kept(SessionRule rule) {
    Finding finding = rule.kept("kept in " + sessions + " sessions");
    return result(rule, profile.weigh(List.of(finding), Requirements::byId), List.of(), "no case");
  }

  private static CaseResult broken(SessionRule rule, List<Breach> breaches) {
    Breach first = breaches.get(0);
    List<Breach> sameVerdict =
        breaches.stream().filter(b -> b.verdict() == first.verdict()).toList();
    var outcome =
        new Outcome(
            first.verdict(),
            first.finding().observed() + cases(sameVerdict),
            sameVerdict.stream().map(b -> b.finding().requirement()).distinct().toList());
    return result(rule, outcome, first.transcript().events(), first.caseId());
  }

  private static CaseResult result(
      SessionRule rule, Outcome outcome, List<Event> events, String seenIn) {
    Transcript evidence =
        new Transcript(rule.info().id(), events).with(Facts.SEEN_IN.at(0, seenIn));
    return new CaseResult(rule.info(), List.of(new Attempt(1, outcome, 0, evidence)));
  }

  /** Returns the names of the cases that show a breach, in brackets. */
  private static String cases(List<Breach> breaches) {
    List<String> cases = breaches.stream().map(Breach::caseId).distinct().toList();
    if (cases.isEmpty()) {
      return "";
    }
    String more = cases.size() > MOST_NAMED ? " and " + (cases.size() - MOST_NAMED) + " more" : "";
    return " (seen in "
        + cases.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + more
        + ")";
  }
}
