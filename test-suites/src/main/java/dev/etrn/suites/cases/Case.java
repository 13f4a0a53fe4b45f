package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Judge;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An experiment with a server: its description, its script and its judge.
 *
 * @param info the case's names, requirements and needs
 * @param script the steps on the wire
 * @param judge the judge of the transcript that the script made
 * @param takesLong true if the case waits for longer than others, so that it is begun before them
 */
public record Case(CaseInfo info, Script script, Judge judge, boolean takesLong)
    implements Experiment {

  /** A case that takes no longer than others. */
  public Case(CaseInfo info, Script script, Judge judge) {
    this(info, script, judge, false);
  }

  /**
   * Returns these cases in the order in which they are best begun when several are played at once.
   */
  public static List<Case> longestFirst(Collection<Case> cases) {
    return cases.stream().sorted(Comparator.comparing(testCase -> !testCase.takesLong())).toList();
  }
}
