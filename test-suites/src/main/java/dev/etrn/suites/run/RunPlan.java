package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.target.Target;
import java.util.List;

/**
 * What to run.
 *
 * @param target against which server
 * @param cases in the order in which they are reported
 * @param profile how findings are weighed
 * @param seed of whatever is drawn by chance, such as the tokens of messages
 */
public record RunPlan(Target target, List<Case> cases, Profile profile, long seed) {

  public RunPlan {
    cases = List.copyOf(cases);
  }
}
