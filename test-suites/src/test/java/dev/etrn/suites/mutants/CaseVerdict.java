package dev.etrn.suites.mutants;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.Rejudging;
import dev.etrn.suites.run.RunResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdicts of both profiles on one case of one run.
 *
 * @param info the case
 * @param strict in the strict profile
 * @param byDefault in the default profile, on the same transcript
 * @param observed what the case saw, in the strict profile
 */
record CaseVerdict(CaseInfo info, Verdict strict, Verdict byDefault, String observed) {

  /** Those of a run in the strict profile, which is judged again in the default profile. */
  static List<CaseVerdict> of(RunResult strict, List<Case> catalogue) {
    RunResult lenient = Rejudging.of(byDefault(strict), catalogue).run();
    var verdicts = new ArrayList<CaseVerdict>();
    for (int i = 0; i < strict.cases().size(); i++) {
      CaseResult result = strict.cases().get(i);
      Verdict other = lenient.cases().get(i).verdict();
      verdicts.add(new CaseVerdict(result.info(), result.verdict(), other, result.observed()));
    }
    return List.copyOf(verdicts);
  }

  String caseId() {
    return info.id();
  }

  private static RunResult byDefault(RunResult run) {
    return new RunResult(
        run.startedAt(), run.seed(), Profile.DEFAULT, run.target(), run.complete(), run.cases());
  }
}
