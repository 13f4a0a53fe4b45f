package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.mutant.ServerFaults;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.run.plan.CaseSelection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mutants and cases to run: all of them, or those that the system properties {@code mutants}
 * and {@code cases} name, separated by commas; cases also by globs and by their requirements.
 *
 * @param isWhole true if nothing is left out
 */
record MutantSelection(List<Fault> faults, List<Case> cases, boolean isWhole) {

  /**
   * Reads the selection from the system properties.
   *
   * @throws IllegalArgumentException when there is no mutant or no case of that name
   */
  static MutantSelection fromProperties() {
    List<String> mutants = names("mutants");
    List<String> globs = names("cases");
    List<Fault> faults =
        ServerFaults.all().stream()
            .filter(f -> mutants.isEmpty() || mutants.contains(f.name()))
            .toList();
    List<Case> cases = new CaseSelection(globs, List.of()).of(Cases.all());
    if (faults.size() < mutants.size() || faults.isEmpty() || cases.isEmpty()) {
      throw new IllegalArgumentException(
          "no such mutant or case: mutants " + mutants + ", cases " + globs);
    }
    return new MutantSelection(faults, cases, mutants.isEmpty() && globs.isEmpty());
  }

  private static List<String> names(String property) {
    return Optional.ofNullable(System.getProperty(property)).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .toList();
  }
}
