package dev.etrn.suites.cases.client;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Visit;
import java.util.List;

/** Reads what a client did in each round of its case; a pure function, as every judge. */
@FunctionalInterface
interface VisitsJudge {

  /**
   * @param visits one for each round, in order
   * @param usual what the client did when all went well
   * @return at least one finding
   */
  List<Finding> judge(List<Visit> visits, BaselineVisit usual);
}
