package dev.etrn.suites.tck;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.waivers.Waivers;

/**
 * The interface of a test class that runs the catalogue: implement it, and {@link EtrnTestEngine}
 * shows a test for each case.
 *
 * <p>A FAIL fails its test, with what was expected, what was observed and the end of the
 * transcript. A verdict that says nothing of the server (NOT_OFFERED, NOT_APPLICABLE, INCONCLUSIVE)
 * aborts its test and gives the reason. NOTE and WARN pass, and are logged and published as report
 * entries. A test that a waiver covers is aborted; a test that passes in spite of its waiver fails,
 * and so does the last test if a waiver is stale. Cases are played one after the other, however the
 * build runs its tests.
 */
public interface EtrnConformance {

  /** Returns the server to test; called once. */
  ServerUnderTest server();

  /** Returns the selection of cases to play. */
  default CaseSelection selection() {
    return CaseSelection.everything();
  }

  /** Returns the profile that weighs findings: {@link Profile#STRICT} makes some of WARN a FAIL. */
  default Profile profile() {
    return Profile.DEFAULT;
  }

  /**
   * Returns the known deviations, such as those of {@link Waivers#read}.
   *
   * @throws HarnessConfigurationException when they cannot be read
   */
  default Waivers waivers() throws HarnessConfigurationException {
    return Waivers.none();
  }
}
