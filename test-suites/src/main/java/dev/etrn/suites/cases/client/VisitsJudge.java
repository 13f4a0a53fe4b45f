package dev.etrn.suites.cases.client;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Visit;
import java.util.List;

/** The judge of a client's visits in all rounds of a case; a pure function, like every judge. */
@FunctionalInterface
interface VisitsJudge {

  /**
   * Judges the visits of a case.
   *
   * @param visits the visits, one for each round, in order
   * @param baseline the client's behaviour when everything succeeded
   * @return at least one finding
   */
  List<Finding> judge(List<Visit> visits, BaselineVisit baseline);
}
