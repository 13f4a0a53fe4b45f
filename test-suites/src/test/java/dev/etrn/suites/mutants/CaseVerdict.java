package dev.etrn.suites.mutants;

import dev.etrn.suites.Cases;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.evaluation.RejudgedRun;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The verdicts of both profiles on one case of one run.
 *
 * @param info the case
 * @param strict the verdict in the strict profile
 * @param byDefault the verdict in the default profile, on the same transcript
 * @param observed the observation of the case, in the strict profile
 */
record CaseVerdict(CaseInfo info, Verdict strict, Verdict byDefault, String observed) {

  /** Returns the verdicts of a run in the strict profile, judged again in the default profile. */
  static List<CaseVerdict> of(RunResult strict) {
    Map<String, Verdict> lenient =
        RejudgedRun.of(byDefault(strict), Cases.all()).run().cases().stream()
            .collect(Collectors.toMap(result -> result.info().id(), CaseResult::verdict));
    return strict.cases().stream()
        .map(
            result ->
                new CaseVerdict(
                    result.info(),
                    result.verdict(),
                    lenient.getOrDefault(result.info().id(), result.verdict()),
                    result.observed()))
        .toList();
  }

  String caseId() {
    return info.id();
  }

  /** Returns true if the case only refers to another case that reports the cause. */
  boolean isReferral() {
    return strict == Verdict.NOTE && observed.startsWith("see ");
  }

  private static RunResult byDefault(RunResult run) {
    return new RunResult(
        run.startedAt(), run.seed(), Profile.DEFAULT, run.target(), run.complete(), run.cases());
  }
}
