package dev.etrn.reports.html.cases;

import dev.etrn.reports.html.VerdictText;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The number of results with a verdict. */
public record VerdictCount(VerdictText verdict, long count) {

  /** Returns the counts of the verdicts that occur, in their order. */
  static List<VerdictCount> of(Collection<CaseResult> results) {
    Map<Verdict, Long> counts =
        results.stream().collect(Collectors.groupingBy(CaseResult::verdict, Collectors.counting()));
    return Stream.of(Verdict.values())
        .filter(counts::containsKey)
        .map(verdict -> new VerdictCount(VerdictText.of(verdict), counts.getOrDefault(verdict, 0L)))
        .toList();
  }
}
