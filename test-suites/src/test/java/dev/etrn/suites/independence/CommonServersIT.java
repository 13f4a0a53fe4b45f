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

/** Tests that a run on common correct servers exits with 0 in the default profile. */
class CommonServersIT {

  private static final int FEW = 4;

  /** A server that is starting, and answers its first EHLO with 450. */
  private static final Traits HESITANT = Traits.of(Trait.TEN_ETRNS, Trait.HESITATES);

  /** A server that takes no mail for strangers, and serves one request at a time. */
  private static final Traits SERIAL =
      Traits.of(Trait.TEN_ETRNS, Trait.RELAYS_NOTHING, Trait.ONE_RUN_AT_A_TIME);

  private static final Traits STRIPPING = Traits.of(Trait.TEN_ETRNS, Trait.STRIPS_PRIVATE_FIELDS);

  private static final Traits BUSY =
      new Traits(Set.of(Trait.TEN_ETRNS, Trait.SENDS_AWAY), FEW, Access.OPEN);

  private static final Traits SCHEDULED = Traits.of(Trait.TEN_ETRNS, Trait.ON_SCHEDULE);

  private static final Map<Traits, Future<List<String>>> BLAMED = new LinkedHashMap<>();
  private static final ExecutorService WORKERS = Executors.newCachedThreadPool();

  /** Starts whole runs side by side, since they wait most of their time. */
  @BeforeAll
  static void verifyAll() {
    for (Traits traits : List.of(HESITANT, SERIAL, STRIPPING, BUSY, SCHEDULED)) {
      // A server that limits connections slows a run down, so a part of the cases is enough.
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

  /** RFC 5321 section 6.4 forbids a relay to change header fields, so a WARN is correct. */
  @Test
  void findsNothingLostInAServerThatStripsPrivateFields() throws Exception {
    assertThat(blamedIn(STRIPPING))
        .allMatch(line -> line.contains(" WARN: ") && !line.contains("did not come"));
  }

  @Test
  void sparesAServerThatSendsConnectionsAway() throws Exception {
    // The server never takes the eight simultaneous connections that this case needs.
    assertThat(blamedIn(BUSY)).allMatch(line -> line.startsWith("etrn.abuse.side-by-side INC"));
  }

  @Test
  void sparesAServerThatDeliversOnSchedule() throws Exception {
    assertThat(blamedIn(SCHEDULED)).isEmpty();
  }

  private static List<String> blamedIn(Traits traits) throws Exception {
    return Objects.requireNonNull(BLAMED.get(traits)).get();
  }

  /**
   * Returns the blamed cases; an inconclusive one counts too, since the run does not exit with 0.
   */
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
