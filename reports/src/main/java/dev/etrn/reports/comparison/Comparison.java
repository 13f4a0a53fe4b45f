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
 * A run beside an earlier one, its baseline.
 *
 * <p>A regression is a case that was judged (PASS, NOTE, WARN or FAIL) and now cannot be; one that
 * passed or was only noted or warned of, and now fails; and one that is gone. A FAIL that is in the
 * baseline too is known, and no regression; so is what a waiver covers. From PASS to NOTE or WARN
 * is another verdict, which is told and not counted.
 *
 * @param baseline the earlier run
 * @param differences worst kind first, and then in the order of the cases
 * @param latency how long cases take beside how long they took
 */
public record Comparison(
    RunResult baseline, List<CaseDifference> differences, LatencyComparison latency) {

  private static final Set<Verdict> JUDGED =
      EnumSet.of(Verdict.PASS, Verdict.NOTE, Verdict.WARN, Verdict.FAIL);

  public Comparison {
    differences =
        differences.stream()
            .sorted((one, other) -> one.change().compareTo(other.change()))
            .toList();
  }

  /**
   * @param expectations of the run {@code now}
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
              gone ->
                  differences.add(
                      new CaseDifference(
                          CaseChange.VANISHED, false, Optional.of(gone), Optional.empty())));
    }
    return new Comparison(baseline, differences, LatencyComparison.of(baseline, now));
  }

  public boolean hasRegressions() {
    return differences.stream().anyMatch(CaseDifference::isRegression);
  }

  /** Whether this failure is one that the baseline has too, or a regression. */
  public boolean accountsFor(CaseResult failure) {
    boolean isNew = of(failure).filter(d -> d.change() == CaseChange.NEW_FAILURE).isPresent();
    return isNew
        || baseline.cases().stream()
            .filter(earlier -> earlier.info().id().equals(failure.info().id()))
            .anyMatch(earlier -> earlier.verdict() == Verdict.FAIL);
  }

  /** How this result differs from the baseline, if it does. */
  public Optional<CaseDifference> of(CaseResult result) {
    return differences.stream().filter(d -> d.caseId().equals(result.info().id())).findFirst();
  }

  private static Map<String, CaseResult> byId(RunResult run) {
    return run.cases().stream()
        .collect(
            Collectors.toMap(
                result -> result.info().id(),
                Function.identity(),
                (one, other) -> one,
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
