package dev.etrn.reports.comparison;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The comparison of the times that cases take, for those that both runs played five times or more
 * and judged alike each time. It is information, not a regression: machines differ.
 *
 * @param compared the number of cases that were compared
 * @param changed the cases whose time differs, the greatest change first; one in twenty cases is
 *     here by chance
 */
public record LatencyComparison(int compared, List<LatencyChange> changed) {

  private static final Set<Verdict> JUDGED =
      EnumSet.of(Verdict.PASS, Verdict.NOTE, Verdict.WARN, Verdict.FAIL);

  public LatencyComparison {
    changed =
        changed.stream()
            .sorted(
                (first, second) ->
                    Double.compare(Math.abs(second.millis()), Math.abs(first.millis())))
            .toList();
  }

  static LatencyComparison of(RunResult baseline, RunResult now) {
    Map<String, CaseResult> before =
        baseline.cases().stream()
            .collect(
                Collectors.toMap(
                    c -> c.info().id(), Function.identity(), (first, second) -> first));
    int compared = 0;
    var changed = new ArrayList<LatencyChange>();
    for (CaseResult result : now.cases()) {
      String id = result.info().id();
      CaseResult earlier = before.get(id);
      if (earlier != null && isComparable(earlier, result)) {
        compared++;
        Shift shift = Shift.of(nanos(earlier), nanos(result));
        if (shift.isCertain()) {
          changed.add(
              LatencyChange.of(id, shift, earlier.attempts().size(), result.attempts().size()));
        }
      }
    }
    return new LatencyComparison(compared, changed);
  }

  private static boolean isComparable(CaseResult before, CaseResult now) {
    return JUDGED.contains(now.verdict())
        && before.verdict() == now.verdict()
        && before.info().revision() == now.info().revision()
        && !before.isUnstable()
        && !now.isUnstable()
        && before.attempts().size() >= Shift.FEWEST
        && now.attempts().size() >= Shift.FEWEST;
  }

  private static long[] nanos(CaseResult result) {
    return result.attempts().stream().mapToLong(attempt -> attempt.nanos()).toArray();
  }

  /** Returns a sentence about the comparison, without its full stop. */
  public String heading() {
    return "of "
        + compared
        + " cases that both runs played often enough, "
        + changed.size()
        + (changed.size() == 1 ? " takes" : " take")
        + " longer or shorter (one in twenty by chance)";
  }
}
