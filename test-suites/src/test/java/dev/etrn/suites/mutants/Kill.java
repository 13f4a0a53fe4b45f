package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;

/**
 * One case that found a mutant.
 *
 * @param fault of the mutant
 * @param info of the case
 * @param verdict on the mutant
 * @param observed what the case saw
 */
record Kill(Fault fault, CaseInfo info, Verdict verdict, String observed) {

  static Kill of(Fault fault, CaseResult result) {
    return new Kill(fault, result.info(), result.verdict(), result.observed());
  }

  String caseId() {
    return info.id();
  }

  /** Whether the case speaks of something that the mutant breaks. */
  boolean isDue() {
    return info.requirements().stream().anyMatch(fault.breaks()::contains);
  }

  /** How a reviewed line names it. */
  String key() {
    return fault.name() + " " + caseId();
  }
}
