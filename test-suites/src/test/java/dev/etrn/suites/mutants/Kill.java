package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;

/**
 * One case that found a mutant.
 *
 * @param fault of the mutant
 * @param found the verdicts on the mutant
 */
record Kill(Fault fault, CaseVerdict found) {

  CaseInfo info() {
    return found.info();
  }

  String caseId() {
    return found.caseId();
  }

  /** Whether the case speaks of something that the mutant breaks. */
  boolean isDue() {
    return info().requirements().stream().anyMatch(fault.breaks()::contains);
  }

  /** Whether a run in the default profile fails for it. */
  boolean isFailure() {
    return found.byDefault() == Verdict.FAIL;
  }

  /** How a reviewed line names it. */
  String key() {
    return fault.name() + " " + caseId();
  }
}
