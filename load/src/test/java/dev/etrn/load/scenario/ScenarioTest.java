package dev.etrn.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioTest {

  private static final LoadOptions NOTHING = options(OptionalDouble.empty(), OptionalInt.empty());

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void isFoundByItsTitleAndAsksForNamesBelowThePermittedOne(Scenario scenario) {
    assertThat(Scenario.named(scenario.title())).contains(scenario);
    assertThat(scenario.with(NOTHING).populations())
        .isNotEmpty()
        .allSatisfy(
            population ->
                assertThat(population.nodes())
                    .isNotEmpty()
                    .allMatch(node -> node.endsWith(".b.example")));
  }

  @Test
  void isOpenAtARateAndClosedWithUsers() {
    assertThat(pace(Scenario.SOAK, options(OptionalDouble.of(7), OptionalInt.empty())))
        .isEqualTo(new Pace.Constant(7, Duration.ofSeconds(10)));
    assertThat(pace(Scenario.SOAK, options(OptionalDouble.empty(), OptionalInt.of(3))))
        .isEqualTo(new Pace.Concurrent(3, Duration.ofSeconds(10)));
  }

  @Test
  void risesInLevelsOfWholeSeconds() {
    assertThat(pace(Scenario.RAMP, options(OptionalDouble.of(100), OptionalInt.empty())))
        .isEqualTo(new Pace.Steps(20, 5, Duration.ofSeconds(2)));
  }

  @Test
  void asksBeyondTheLimitOfASession() {
    SessionScript script = Scenario.LIMIT.with(NOTHING).populations().get(0).script();
    assertThat(script).isEqualTo(new SessionScript.Ask(8, SessionScript.End.QUIT));
  }

  @Test
  void triggersEachPartnerOnce() {
    Workload workload = Scenario.TRIGGER.with(NOTHING);
    assertThat(workload.populations().get(0).pace())
        .isEqualTo(new Pace.AtOnce(workload.holding().size()));
    assertThat(workload.populations().get(0).nodes()).isEqualTo(workload.holding());
  }

  @Test
  void letsTheGreedyOneComeInTheSecondHalf() {
    assertThat(Scenario.MONOPOLY.with(NOTHING).populations())
        .filteredOn(population -> population.name().equals("greedy"))
        .singleElement()
        .extracting(Population::after, Population::until)
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  private static Pace pace(Scenario scenario, LoadOptions options) {
    return scenario.with(options).populations().get(0).pace();
  }

  private static LoadOptions options(OptionalDouble rate, OptionalInt users) {
    return new LoadOptions(
        rate,
        users,
        Duration.ofSeconds(10),
        OptionalInt.empty(),
        OptionalInt.empty(),
        "b.example",
        OptionalInt.of(5));
  }
}
