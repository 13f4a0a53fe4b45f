package dev.etrn.suites.independence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.RunPlan;
import dev.etrn.suites.run.RunResult;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.Selection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Correct servers of the kinds that people run: in the default profile a run exits with 0. */
class CommonServersIT {

  private static final int FEW = 4;

  /** The server starts up, and answers its first EHLO with 450. */
  @Test
  void sparesAServerWithALimitThatHesitates() throws Exception {
    assertThat(blamed(Traits.of(Trait.TEN_ETRNS, Trait.HESITATES))).isEmpty();
  }

  /** It takes no mail for strangers, and refuses a request while an earlier one is served. */
  @Test
  void sparesAServerThatRelaysNothingAndRunsOneQueueAtATime() throws Exception {
    assertThat(blamed(Traits.of(Trait.TEN_ETRNS, Trait.RELAYS_NOTHING, Trait.ONE_RUN_AT_A_TIME)))
        .isEmpty();
  }

  /** RFC 5321 section 6.4 lets a relay touch no header field, so that a WARN is in order. */
  @Test
  void findsNothingLostInAServerThatStripsPrivateFields() throws Exception {
    assertThat(blamed(Traits.of(Trait.TEN_ETRNS, Trait.STRIPS_PRIVATE_FIELDS)))
        .allMatch(line -> line.contains(" WARN: ") && !line.contains("did not come"));
  }

  @Test
  void sparesAServerThatSendsConnectionsAway() throws Exception {
    var few = new Traits(Set.of(Trait.TEN_ETRNS, Trait.SENDS_AWAY), FEW, Access.OPEN);
    assertThat(blamed(few)).isEmpty();
  }

  @Test
  void sparesAServerThatDeliversOnSchedule() throws Exception {
    assertThat(blamed(Traits.of(Trait.TEN_ETRNS, Trait.ON_SCHEDULE))).isEmpty();
  }

  /** An inconclusive case counts too, for the run does not exit with 0. */
  private static List<String> blamed(Traits traits) throws Exception {
    var plan =
        new RunPlan(
            PlainTarget.of(traits), Selection.everything().of(Cases.all()), Profile.DEFAULT, 1);
    RunResult run = new Runner(plan, new RunListener() {}).run();
    return PlainTarget.judged(run, Verdict.FAIL, Verdict.WARN, Verdict.ERROR, Verdict.INCONCLUSIVE);
  }
}
