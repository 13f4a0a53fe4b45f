package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.suites.cases.Case;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases that run one after another against a mutant of their own. */
record MutantRun(Fault fault, List<Case> cases) {

  /** Nearly every case waits in vain for these, minutes in all. */
  private static final Set<String> SLOW =
      Set.of(
          "QUIT_IS_NOT_HEARD_AFTER_ETRN",
          "ANSWERS_ONE_ETRN_ONLY",
          "ANSWERS_ETRN_WITH_THE_NEXT_COMMAND",
          "STAYS_AFTER_QUIT");

  private static final int PARTS = 6;

  /** All that is chosen; what takes long is cut into several parts, and comes first. */
  static List<MutantRun> of(MutantSelection chosen) {
    return chosen.faults().stream()
        .sorted(Comparator.comparing((Fault fault) -> !SLOW.contains(fault.name())))
        .flatMap(fault -> parts(fault, chosen.cases()))
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
        .map(some -> new MutantRun(fault, some));
  }
}
