package dev.etrn.suites.tck;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.run.plan.CaseSelection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The selection of cases that the build asks for, beside that of the test class.
 *
 * @param globs over case and requirement ids; none for all
 */
record CaseSelector(List<String> globs) {

  /** A configuration parameter of the JUnit Platform, or a system property: globs, with commas. */
  static final String PARAMETER = "etrn.select";

  static CaseSelector of(ConfigurationParameters parameters) {
    return new CaseSelector(
        parameters.get(PARAMETER).stream()
            .flatMap(text -> Stream.of(text.split(",", -1)))
            .map(String::strip)
            .filter(glob -> !glob.isEmpty())
            .toList());
  }

  /** The cases of a class, in the order of the catalogue. */
  List<Case> of(EtrnConformance suite) {
    return new CaseSelection(globs, List.of()).of(suite.selection().of(Cases.all()));
  }
}
