package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The results of the cases that were played so far; cases may end at the same time. */
final class PlayedCases {

  private final Map<String, CaseResult> results = new ConcurrentHashMap<>();

  int count() {
    return results.size();
  }

  /** Returns the result of a case with all its attempts, if it was played. */
  Optional<CaseResult> of(Case testCase) {
    return Optional.ofNullable(results.get(testCase.info().id()));
  }

  void add(Case testCase, Attempt attempt) {
    results.merge(
        testCase.info().id(),
        new CaseResult(testCase.info(), List.of(attempt)),
        PlayedCases::withAttempts);
  }

  /** Replaces the attempt of the same round. */
  void replace(Case testCase, Attempt retry) {
    results.computeIfPresent(testCase.info().id(), (id, result) -> replaced(result, retry));
  }

  /** Returns the attempt of a round if it was inconclusive. */
  Optional<Attempt> inconclusive(Case testCase, int round) {
    return of(testCase).stream()
        .flatMap(result -> result.attempts().stream())
        .filter(a -> a.round() == round && a.verdict() == Verdict.INCONCLUSIVE)
        .findFirst();
  }

  private static CaseResult replaced(CaseResult result, Attempt retry) {
    return new CaseResult(
        result.info(),
        result.attempts().stream().map(a -> a.round() == retry.round() ? retry : a).toList());
  }

  private static CaseResult withAttempts(CaseResult earlier, CaseResult later) {
    return new CaseResult(
        earlier.info(),
        Stream.concat(earlier.attempts().stream(), later.attempts().stream()).toList());
  }
}
