package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.suites.cases.Case;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run of cases, one after another, against a mutant of their own. */
record MutantRun(Fault fault, List<Case> cases) {

  /** The mutants for which nearly every case waits in vain, minutes in all. */
  private static final Set<String> SLOW =
      Set.of(
          "QUIT_IS_NOT_HEARD_AFTER_ETRN",
          "ANSWERS_ONE_ETRN_ONLY",
          "ANSWERS_ETRN_WITH_THE_NEXT_COMMAND",
          "STAYS_AFTER_QUIT");

  private static final int PARTS = 6;

  /** Returns all runs of a selection; the slow ones are split into parts, and come first. */
  static List<MutantRun> of(MutantSelection selection) {
    return selection.faults().stream()
        .sorted(Comparator.comparing((Fault fault) -> !SLOW.contains(fault.name())))
        .flatMap(fault -> parts(fault, selection.cases()))
        .toList();
  }

  private static Stream<MutantRun> parts(Fault fault, List<Case> cases) {
    int parts = SLOW.contains(fault.name()) ? Math.min(PARTS, cases.size()) : 1;
    return IntStream.range(0, parts)
        .mapToObj(
            part ->
                IntStream.range(0, cases.size())
                    .filter(n -> n % parts == part)
                    .mapToObj(cases::get)
                    .toList())
        .map(subset -> new MutantRun(fault, subset));
  }
}
