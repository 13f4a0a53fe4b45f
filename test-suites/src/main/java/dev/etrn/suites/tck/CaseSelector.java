package dev.etrn.suites.tck;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.run.plan.CaseSelection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The build's selection of cases, in addition to that of the test class.
 *
 * @param globs the globs over case and requirement ids; empty for all cases
 */
record CaseSelector(List<String> globs) {

  /**
   * The configuration parameter of the JUnit Platform, or system property, with globs separated by
   * commas.
   */
  static final String PARAMETER = "etrn.select";

  static CaseSelector of(ConfigurationParameters parameters) {
    return new CaseSelector(
        parameters.get(PARAMETER).stream()
            .flatMap(text -> Stream.of(text.split(",", -1)))
            .map(String::strip)
            .filter(glob -> !glob.isEmpty())
            .toList());
  }

  /** Returns the selected cases of a class, in the order of the catalogue. */
  List<Case> of(EtrnConformance suite) {
    return new CaseSelection(globs, List.of()).of(suite.selection().of(Cases.all()));
  }
}
