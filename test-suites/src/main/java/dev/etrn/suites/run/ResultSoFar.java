package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.SessionRules;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.evaluation.SessionRuleResults;
import dev.etrn.suites.run.liveness.TargetLiveness;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.stage.ConnectionThrottle;
import dev.etrn.suites.run.stage.TargetPace;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.wire.sink.Sink;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of a run so far: its cases, judged again if the target may have gone meanwhile, the
 * rules of every session, and the notices about the run as a whole.
 */
final class ResultSoFar {

  private static final Set<Verdict> FINDINGS = EnumSet.of(Verdict.FAIL, Verdict.WARN, Verdict.NOTE);

  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final RunPlan plan;
  private final ConnectedTarget connected;
  private final PlayedCases results;
  private final ConnectionThrottle throttle;
  private final TargetPace pace;
  private final TargetLiveness liveness;

  ResultSoFar(
      RunPlan plan,
      ConnectedTarget connected,
      PlayedCases results,
      ConnectionThrottle throttle,
      TargetPace pace,
      TargetLiveness liveness) {
    this.plan = plan;
    this.connected = connected;
    this.results = results;
    this.throttle = throttle;
    this.pace = pace;
    this.liveness = liveness;
  }

  /**
   * Returns the results in the order of the plan.
   *
   * @param round the number of the round that is played
   */
  RunResult of(int round, Optional<String> synopsis) {
    List<CaseResult> played = played(round);
    boolean complete =
        played.stream().mapToInt(result -> result.attempts().size()).sum()
                == plan.played().size() * plan.rounds()
            && !liveness.isLost();
    return new RunResult(
            startedAt, plan.seed(), plan.profile(), connected.seen(), complete, reported(played))
        .withNotices(notices(played))
        .with(synopsis);
  }

  /** Returns the result of a rule of every session. */
  CaseResult rule(Case testCase, int round) {
    SessionRule rule = SessionRules.find(testCase.info().id()).orElseThrow();
    return SessionRuleResults.of(List.of(rule), played(round), plan.profile()).get(0);
  }

  /** Returns the results of the rules of every session. */
  List<CaseResult> rules(int round) {
    return SessionRuleResults.of(plan.rules(), played(round), plan.profile());
  }

  private List<CaseResult> played(int round) {
    return plan.played().stream()
        .flatMap(
            testCase ->
                results.of(testCase).map(result -> rejudged(testCase, result, round)).stream())
        .toList();
  }

  /** Returns the result of a case, judged again if the target may have gone meanwhile. */
  private CaseResult rejudged(Case testCase, CaseResult result, int round) {
    return liveness.isLost()
        ? new CaseResult(
            testCase.info(),
            result.attempts().stream().map(a -> rejudged(testCase, a, round)).toList())
        : result;
  }

  private Attempt rejudged(Case testCase, Attempt attempt, int round) {
    boolean isLast = attempt.round() == round && liveness.mayHaveSeenItGo(testCase.info().id());
    if (!isLast || !FINDINGS.contains(attempt.verdict())) {
      return attempt;
    }
    var lost = Facts.TARGET_WENT.at(attempt.nanos(), connected.seen().address());
    return CasePlayer.judged(
        plan, testCase, attempt.round(), attempt.transcript().with(lost), attempt.nanos());
  }

  /** Returns the results of the selected cases, and of the rules among them. */
  private List<CaseResult> reported(List<CaseResult> played) {
    Set<String> selectedIds =
        plan.cases().stream().map(testCase -> testCase.info().id()).collect(Collectors.toSet());
    return Stream.concat(
            played.stream().filter(result -> selectedIds.contains(result.info().id())),
            SessionRuleResults.of(plan.rules(), played, plan.profile()).stream())
        .toList();
  }

  private List<String> notices(List<CaseResult> played) {
    var notices = new ArrayList<String>();
    if (pace.isOver()) {
      Set<String> playedIds = played.stream().map(r -> r.info().id()).collect(Collectors.toSet());
      List<String> missing =
          plan.played().stream()
              .map(testCase -> testCase.info().id())
              .filter(id -> !playedIds.contains(id))
              .toList();
      notices.add(UnplayedCases.sentence(missing, pace.maxTime()));
    }
    notices.addAll(throttle.notices());
    notices.addAll(pace.notices());
    connected.sink().ifPresent(s -> notices.addAll(leftovers(s, played).sentences()));
    return notices;
  }

  private LeftoverMail leftovers(Sink exchanger, List<CaseResult> played) {
    // A target that the harness started itself loses its queue at the end of the run.
    Map<String, Integer> waiting =
        plan.target() instanceof RemoteTarget
            ? played.stream()
                .flatMap(result -> result.attempts().stream())
                .flatMap(attempt -> attempt.transcript().all(Event.Injected.class))
                .filter(message -> !exchanger.has(message.token()))
                .collect(Collectors.toMap(Event.Injected::recipient, m -> 1, Integer::sum))
            : Map.of();
    return new LeftoverMail(exchanger.othersMail(), exchanger.leftOver(), waiting);
  }
}
