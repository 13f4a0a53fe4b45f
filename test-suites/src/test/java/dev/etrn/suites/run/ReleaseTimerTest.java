package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.ReleaseTimes;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseTimerTest {

  @Test
  @Tag("slow")
  void timesEachNumberOfMessagesAsOftenAsWanted() throws Exception {
    var plan = new RunPlan(new EmbeddedTarget(), List.of(), Profile.DEFAULT, 1);
    List<ReleaseTimes> releases = ReleaseTimer.of(plan, 2);
    assertThat(releases).extracting(ReleaseTimes::messages).containsExactly(1, 5, 50);
    assertThat(releases)
        .flatExtracting(ReleaseTimes::samples)
        .hasSize(6)
        .allSatisfy(
            sample -> {
              assertThat(sample.replyNanos()).isPositive();
              assertThat(sample.lastNanos()).isGreaterThan(sample.connectionNanos());
            });
  }
}
