package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeedTest {

  /** The areas without long waits; one case has mail, since its tokens depend on the seed. */
  private static final CaseSelection CASES =
      new CaseSelection(
          List.of("etrn.reply.*", "etrn.syntax.*", "etrn.state.*", "etrn.effect.one-message"),
          List.of());

  @Test
  @Tag("slow")
  void sendsTheSameOctetsForTheSameSeedAndOtherTokensForAnother() throws Exception {
    List<String> first = sent(5);
    assertThat(first).hasSizeGreaterThan(50);
    assertThat(sent(5)).isEqualTo(first);
    assertThat(sent(6)).isNotEqualTo(first);
  }

  /** Returns the octets and mail that each case sent, by case and connection. */
  private static List<String> sent(long seed) throws Exception {
    var plan = new RunPlan(new EmbeddedTarget(), CASES.of(Cases.all()), Profile.DEFAULT, seed);
    RunResult run = new Runner(plan, new RunListener() {}).run();
    return run.cases().stream().map(SeedTest::sent).toList();
  }

  private static String sent(CaseResult result) {
    var octets =
        result
            .transcript()
            .all(Event.Sent.class)
            .filter(sent -> sent.end().side() == End.Side.CLIENT)
            .collect(
                Collectors.groupingBy(
                    sent -> sent.end().toString(),
                    TreeMap::new,
                    Collectors.mapping(sent -> sent.octets().escaped(), Collectors.joining())));
    List<String> tokens =
        result
            .transcript()
            .all(Event.Injected.class)
            // The run's own part differs each time, so that no run takes another run's mail for its
            // own.
            .map(message -> message.token().substring(0, message.token().lastIndexOf('.')))
            .toList();
    return result.info().id() + " " + octets + " " + tokens;
  }
}
