package dev.etrn.suites.independence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Correct servers of the kinds that people run: in the default profile a run exits with 0. */
class CommonServersIT {

  private static final int FEW = 4;

  /** The server starts up, and answers its first EHLO with 450. */
  private static final Traits HESITANT = Traits.of(Trait.TEN_ETRNS, Trait.HESITATES);

  /** It takes no mail for strangers, and refuses a request while an earlier one is served. */
  private static final Traits SERIAL =
      Traits.of(Trait.TEN_ETRNS, Trait.RELAYS_NOTHING, Trait.ONE_RUN_AT_A_TIME);

  private static final Traits STRIPPING = Traits.of(Trait.TEN_ETRNS, Trait.STRIPS_PRIVATE_FIELDS);

  private static final Traits BUSY =
      new Traits(Set.of(Trait.TEN_ETRNS, Trait.SENDS_AWAY), FEW, Access.OPEN);

  private static final Traits SCHEDULED = Traits.of(Trait.TEN_ETRNS, Trait.ON_SCHEDULE);

  private static final Map<Traits, Future<List<String>>> BLAMED = new LinkedHashMap<>();
  private static final ExecutorService WORKERS = Executors.newCachedThreadPool();

  /** Whole runs, which wait most of their time, go side by side. */
  @BeforeAll
  static void verifyAll() {
    for (Traits traits : List.of(HESITANT, SERIAL, STRIPPING, BUSY, SCHEDULED)) {
      // Who limits connections slows a run down, so that a part of the cases is enough.
      List<String> globs =
          traits.equals(BUSY) ? List.of("etrn.reply.*", "etrn.abuse.s*") : List.of("etrn.*");
      BLAMED.put(traits, WORKERS.submit(() -> blamed(traits, globs)));
    }
  }

  @AfterAll
  static void end() {
    WORKERS.shutdownNow();
  }

  @Test
  void sparesAServerWithALimitThatHesitates() throws Exception {
    assertThat(blamedIn(HESITANT)).isEmpty();
  }

  @Test
  void sparesAServerThatRelaysNothingAndRunsOneQueueAtATime() throws Exception {
    assertThat(blamedIn(SERIAL)).isEmpty();
  }

  /** RFC 5321 section 6.4 lets a relay touch no header field, so that a WARN is in order. */
  @Test
  void findsNothingLostInAServerThatStripsPrivateFields() throws Exception {
    assertThat(blamedIn(STRIPPING))
        .allMatch(line -> line.contains(" WARN: ") && !line.contains("did not come"));
  }

  @Test
  void sparesAServerThatSendsConnectionsAway() throws Exception {
    // It never takes the eight connections at once that this case is made of.
    assertThat(blamedIn(BUSY)).allMatch(line -> line.startsWith("etrn.abuse.side-by-side INC"));
  }

  @Test
  void sparesAServerThatDeliversOnSchedule() throws Exception {
    assertThat(blamedIn(SCHEDULED)).isEmpty();
  }

  private static List<String> blamedIn(Traits traits) throws Exception {
    return Objects.requireNonNull(BLAMED.get(traits)).get();
  }

  /** An inconclusive case counts too, for the run does not exit with 0. */
  private static List<String> blamed(Traits traits, List<String> globs) throws Exception {
    var plan =
        new RunPlan(
            PlainTarget.of(traits),
            new CaseSelection(globs, List.of()).of(Cases.all()),
            Profile.DEFAULT,
            1);
    RunResult run = new Runner(plan, new RunListener() {}).run();
    return PlainTarget.judged(run, Verdict.FAIL, Verdict.WARN, Verdict.ERROR, Verdict.INCONCLUSIVE);
  }
}
