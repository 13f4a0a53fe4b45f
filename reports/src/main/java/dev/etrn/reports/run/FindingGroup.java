package dev.etrn.reports.run;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.InconclusiveCause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A group of findings in a summary: one case, or all cases that are inconclusive for one cause.
 *
 * @param cases the cases, at least one, in the order of the catalogue
 */
public record FindingGroup(List<CaseResult> cases) {

  public FindingGroup {
    cases = List.copyOf(cases);
  }

  public CaseResult first() {
    return cases.get(0);
  }

  /** Returns the groups of a summary, the worst first. */
  public static List<FindingGroup> of(Report report) {
    var groups = new LinkedHashMap<String, List<CaseResult>>();
    for (CaseResult result : report.remarkable()) {
      boolean isGrouped =
          result.verdict() == Verdict.INCONCLUSIVE
              && report.expectation(result).isEmpty()
              && !result.isUnstable();
      String key = isGrouped ? InconclusiveCause.of(result.observed()) : result.info().id();
      groups.computeIfAbsent(key, cause -> new ArrayList<>()).add(result);
    }
    return groups.values().stream().map(FindingGroup::new).toList();
  }
}
