package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.resolution.TargetResolver;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParallelRunsTest {

  private static final List<Case> CASES =
      new CaseSelection(List.of("etrn.effect.one-message", "etrn.keywords.once"), List.of())
          .of(Cases.all());

  private final FateRecorder fates = new FateRecorder();

  @Test
  void runsEachTargetWithASinkOfItsOwn() throws Exception {
    var first = new RunPlan(new EmbeddedTarget(), CASES, Profile.DEFAULT, 1);
    var second = new RunPlan(new EmbeddedTarget(), CASES, Profile.DEFAULT, 2);
    new ParallelRuns(List.of(first, second), 2).run(fates);
    assertThat(fates.fates()).containsOnlyKeys(first, second);
    assertThat(fates.fates().values())
        .allSatisfy(
            fate ->
                assertThat(((ParallelRuns.Ran) fate).result().summary())
                    .containsExactlyEntriesOf(Map.of(Verdict.PASS, 2L)));
  }

  @Test
  void goesOnWithoutATargetThatCannotBeRun() throws Exception {
    var unreachable = new RunPlan(nobody(), CASES, Profile.DEFAULT, 1);
    var reachable = new RunPlan(new EmbeddedTarget(), CASES, Profile.DEFAULT, 2);
    new ParallelRuns(List.of(unreachable, reachable), 1).run(fates);
    assertThat(fates.fates().get(unreachable))
        .isInstanceOfSatisfying(
            ParallelRuns.NotRun.class,
            notRun -> assertThat(notRun.why()).contains("cannot connect"));
    assertThat(fates.fates().get(reachable)).isInstanceOf(ParallelRuns.Ran.class);
  }

  /** Returns a target at a port where nothing listens any more. */
  private static Target nobody() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    return TargetResolver.resolve(
        Optional.of("127.0.0.1:" + port), Optional.empty(), new HostGuard(Set.of()));
  }
}
