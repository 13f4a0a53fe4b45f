package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Judge;

/** The common part of all cases, for servers and for clients: a description and a judge. */
public interface Experiment {

  CaseInfo info();

  Judge judge();
}
