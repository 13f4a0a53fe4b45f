package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;

/**
 * A mutant found by a case.
 *
 * @param fault the fault of the mutant
 * @param verdict the verdicts on the mutant
 */
record Kill(Fault fault, CaseVerdict verdict) {

  CaseInfo info() {
    return verdict.info();
  }

  String caseId() {
    return verdict.caseId();
  }

  /** Returns true if the case covers a requirement that the mutant breaks. */
  boolean isDue() {
    return info().requirements().stream().anyMatch(fault.breaks()::contains);
  }

  /** Returns true if a run in the default profile fails because of it. */
  boolean isFailure() {
    return verdict.byDefault() == Verdict.FAIL;
  }

  /** Returns its name in a reviewed line. */
  String key() {
    return fault.name() + " " + caseId();
  }
}
