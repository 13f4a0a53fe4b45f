package dev.etrn.reports.run;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.InconclusiveCause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a summary tells in one place: one case, or all that are inconclusive for one cause.
 *
 * @param cases at least one, in the order of the catalogue
 */
public record FindingGroup(List<CaseResult> cases) {

  public FindingGroup {
    cases = List.copyOf(cases);
  }

  public CaseResult first() {
    return cases.get(0);
  }

  /** What a summary tells of, the worst first. */
  public static List<FindingGroup> of(Report report) {
    var groups = new LinkedHashMap<String, List<CaseResult>>();
    for (CaseResult one : report.remarkable()) {
      boolean isGrouped =
          one.verdict() == Verdict.INCONCLUSIVE
              && report.expectation(one).isEmpty()
              && !one.isUnstable();
      String key = isGrouped ? InconclusiveCause.of(one.observed()) : one.info().id();
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
    }
    return groups.values().stream().map(FindingGroup::new).toList();
  }
}
