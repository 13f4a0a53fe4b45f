package dev.etrn.suites.run.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DryRunTest {

  /** The cases whose octets depend on no reply, so that a rehearsal must send the same. */
  private static final List<String> INDEPENDENT =
      List.of(
          "etrn.syntax.*", "etrn.keywords.*", "etrn.reply.no-argument", "etrn.effect.one-message");

  @Test
  @Tag("slow")
  void showsWhatARunReallySends() throws Exception {
    List<Case> cases = new CaseSelection(INDEPENDENT, List.of()).of(Cases.all());
    var target = new EmbeddedTarget();
    var plan = new RunPlan(target, cases, Profile.DEFAULT, 9);
    RunResult run = new Runner(plan, new RunListener() {}).run();
    for (int i = 0; i < cases.size(); i++) {
      Transcript rehearsed = DryRun.of(cases.get(i), target.profile(), 9);
      assertThat(sent(rehearsed))
          .as(cases.get(i).info().id())
          .isNotEmpty()
          .isEqualTo(sent(run.cases().get(i).transcript()));
    }
  }

  @TestFactory
  Stream<DynamicTest> playsEveryCase() {
    return Cases.all().stream()
        .filter(testCase -> !testCase.info().isInvariant())
        .map(
            testCase ->
                DynamicTest.dynamicTest(
                    testCase.info().id(),
                    () -> {
                      var profile = new EmbeddedTarget().profile();
                      assertThat(sent(DryRun.of(testCase, profile, 1))).isNotEmpty();
                    }));
  }

  @Test
  void saysWhatTheConfigurationLacks() throws Exception {
    Duration time = Duration.ofSeconds(1);
    var bare = new TargetProfile(Nodes.NONE, false, time, time, time, OptionalInt.empty(), false);
    Case queue =
        new CaseSelection(List.of("etrn.reply.queue-form"), List.of()).of(Cases.all()).get(0);
    Transcript transcript = DryRun.of(queue, bare, 1);
    assertThat(DryRun.lacking(transcript)).contains("nodes.queue");
    assertThat(sent(transcript)).isEmpty();
  }

  /** Returns the octets by connection in the order of the script, and the tokens of mail. */
  private static List<String> sent(Transcript transcript) {
    Stream<String> octets =
        transcript
            .all(Event.Sent.class)
            .filter(sent -> sent.end().side() == End.Side.CLIENT)
            .map(sent -> sent.end() + " " + inFirstLane(sent));
    // A run adds its own token.
    Stream<String> tokens =
        transcript
            .all(Event.Injected.class)
            .map(message -> message.token().replaceFirst("\\.[a-z0-9]{8}$", ""));
    return Stream.concat(octets, tokens).toList();
  }

  /** Returns the octets with the node of the first lane, since cases run in several lanes. */
  private static String inFirstLane(Event.Sent sent) {
    return sent.octets().toString().replaceAll("branch[0-9]+\\.", "branch.");
  }
}
