package dev.etrn.reports.comparison;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The comparison of a run with an earlier one, its baseline.
 *
 * <p>A regression is a case that was judged (PASS, NOTE, WARN or FAIL) and now cannot be; a case
 * that was PASS, NOTE or WARN and now fails; and a case that is gone. A FAIL that is in the
 * baseline too is known, and is not a regression; neither is a case that a waiver covers. A change
 * from PASS to NOTE or WARN is another verdict, which is reported but not counted.
 *
 * @param baseline the earlier run
 * @param differences the differences, the worst kind first, then in the order of the cases
 * @param latency the comparison of the times that cases take
 */
public record Comparison(
    RunResult baseline, List<CaseDifference> differences, LatencyComparison latency) {

  private static final Set<Verdict> JUDGED =
      EnumSet.of(Verdict.PASS, Verdict.NOTE, Verdict.WARN, Verdict.FAIL);

  public Comparison {
    differences =
        differences.stream()
            .sorted((first, second) -> first.change().compareTo(second.change()))
            .toList();
  }

  /**
   * Returns the comparison of {@code now} with {@code baseline}.
   *
   * @param expectations the expectations of the run {@code now}
   */
  public static Comparison of(RunResult baseline, RunResult now, Expectations expectations) {
    Map<String, CaseResult> before = byId(baseline);
    var differences = new ArrayList<CaseDifference>();
    for (CaseResult result : now.cases()) {
      Optional<CaseResult> earlier = Optional.ofNullable(before.remove(result.info().id()));
      change(earlier, result)
          .map(
              change ->
                  new CaseDifference(
                      change, expectations.of(result).isPresent(), earlier, Optional.of(result)))
          .ifPresent(differences::add);
    }
    if (now.complete()) {
      before
          .values()
          .forEach(
              vanished ->
                  differences.add(
                      new CaseDifference(
                          CaseChange.VANISHED, false, Optional.of(vanished), Optional.empty())));
    }
    return new Comparison(baseline, differences, LatencyComparison.of(baseline, now));
  }

  public boolean hasRegressions() {
    return differences.stream().anyMatch(CaseDifference::isRegression);
  }

  /** Returns true if the baseline has this failure too, or if it is a regression. */
  public boolean accountsFor(CaseResult failure) {
    boolean isNew = of(failure).filter(d -> d.change() == CaseChange.NEW_FAILURE).isPresent();
    return isNew
        || baseline.cases().stream()
            .filter(earlier -> earlier.info().id().equals(failure.info().id()))
            .anyMatch(earlier -> earlier.verdict() == Verdict.FAIL);
  }

  /** Returns the difference of this result from the baseline, if there is one. */
  public Optional<CaseDifference> of(CaseResult result) {
    return differences.stream().filter(d -> d.caseId().equals(result.info().id())).findFirst();
  }

  private static Map<String, CaseResult> byId(RunResult run) {
    return run.cases().stream()
        .collect(
            Collectors.toMap(
                result -> result.info().id(),
                Function.identity(),
                (first, second) -> first,
                LinkedHashMap::new));
  }

  private static Optional<CaseChange> change(Optional<CaseResult> earlier, CaseResult result) {
    if (earlier.isEmpty()) {
      return Optional.of(CaseChange.ADDED);
    }
    Verdict before = earlier.get().verdict();
    Verdict now = result.verdict();
    if (before == now) {
      return ObservedText.isSame(earlier.get().observed(), result.observed())
          ? Optional.empty()
          : Optional.of(CaseChange.OTHER_EVIDENCE);
    } else if (JUDGED.contains(before) && !JUDGED.contains(now)) {
      return Optional.of(CaseChange.LOST);
    } else if (JUDGED.contains(before) && now == Verdict.FAIL) {
      return Optional.of(CaseChange.NEW_FAILURE);
    } else if (before == Verdict.FAIL && JUDGED.contains(now)) {
      return Optional.of(CaseChange.FIXED);
    }
    return Optional.of(CaseChange.OTHER_VERDICT);
  }
}
