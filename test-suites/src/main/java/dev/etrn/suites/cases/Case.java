package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Judge;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One experiment: what it says of itself, what it does, and how it is judged.
 *
 * @param info names, requirements and needs
 * @param script what is done on the wire
 * @param judge reads the transcript that the script made
 * @param takesLong whether it waits for longer than others, so that it is begun before them
 */
public record Case(CaseInfo info, Script script, Judge judge, boolean takesLong)
    implements Experiment {

  /** One that takes no longer than others. */
  public Case(CaseInfo info, Script script, Judge judge) {
    this(info, script, judge, false);
  }

  /** These cases, in the order in which they are best begun when several are played at once. */
  public static List<Case> longestFirst(Collection<Case> cases) {
    return cases.stream().sorted(Comparator.comparing(one -> !one.takesLong())).toList();
  }
}
