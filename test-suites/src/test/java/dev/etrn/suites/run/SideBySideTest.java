package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.target.EmbeddedTarget;
import dev.etrn.suites.target.HostGuard;
import dev.etrn.suites.target.Target;
import dev.etrn.suites.target.TargetSpec;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private static final List<Case> CASES =
      new Selection(List.of("etrn.effect.one-message", "etrn.keywords.once"), List.of())
          .of(Cases.all());

  private final Fates fates = new Fates();

  @Test
  void runsEachTargetWithASinkOfItsOwn() throws Exception {
    var one = new RunPlan(new EmbeddedTarget(), CASES, Profile.DEFAULT, 1);
    var other = new RunPlan(new EmbeddedTarget(), CASES, Profile.DEFAULT, 2);
    new SideBySide(List.of(one, other), 2).run(fates);
    assertThat(fates.known()).containsOnlyKeys(one, other);
    assertThat(fates.known().values())
        .allSatisfy(
            fate ->
                assertThat(((SideBySide.Ran) fate).result().summary())
                    .containsExactlyEntriesOf(Map.of(Verdict.PASS, 2L)));
  }

  @Test
  void goesOnWithoutATargetThatCannotBeRun() throws Exception {
    var gone = new RunPlan(nobody(), CASES, Profile.DEFAULT, 1);
    var there = new RunPlan(new EmbeddedTarget(), CASES, Profile.DEFAULT, 2);
    new SideBySide(List.of(gone, there), 1).run(fates);
    assertThat(fates.known().get(gone))
        .isInstanceOfSatisfying(
            SideBySide.NotRun.class, not -> assertThat(not.why()).contains("cannot connect"));
    assertThat(fates.known().get(there)).isInstanceOf(SideBySide.Ran.class);
  }

  /** A port at which nobody listens any more. */
  private static Target nobody() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    return TargetSpec.resolve(
        Optional.of("127.0.0.1:" + port), Optional.empty(), new HostGuard(Set.of()));
  }
}
