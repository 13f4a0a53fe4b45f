package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Judge;

/** What every case has, whether a server or a client is tested: what it says of itself, a judge. */
public interface Experiment {

  CaseInfo info();

  Judge judge();
}
