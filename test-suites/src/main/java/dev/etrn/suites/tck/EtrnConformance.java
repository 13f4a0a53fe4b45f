package dev.etrn.suites.tck;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.waivers.Waivers;

/**
 * The catalogue as a test class: implement it, and {@link EtrnTestEngine} shows a test for each
 * case.
 *
 * <p>A FAIL fails its test, with what was expected, what was observed and the end of the
 * transcript. What says nothing of the server (NOT_OFFERED, NOT_APPLICABLE, INCONCLUSIVE) aborts it
 * and gives the reason. NOTE and WARN pass, and are logged and published as report entries. A test
 * that a waiver covers is aborted; one that passes in spite of its waiver fails, and so does the
 * last test when a waiver is stale. Cases are played one after the other, however the build runs
 * its tests.
 */
public interface EtrnConformance {

  /** The server to test; asked for once. */
  ServerUnderTest server();

  /** Which cases are played. */
  default CaseSelection selection() {
    return CaseSelection.everything();
  }

  /** How findings are weighed: {@link Profile#STRICT} fails some that are only warned of. */
  default Profile profile() {
    return Profile.DEFAULT;
  }

  /**
   * Known deviations, such as those of {@link Waivers#read}.
   *
   * @throws HarnessConfigurationException when they cannot be read
   */
  default Waivers waivers() throws HarnessConfigurationException {
    return Waivers.none();
  }
}
