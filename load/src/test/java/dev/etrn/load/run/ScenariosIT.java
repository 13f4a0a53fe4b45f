package dev.etrn.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.injector.LoadInjector;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.reference.ReferenceTarget;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.load.verdict.Threshold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests of a short form of every scenario with the reference server, on results that must hold at
 * any speed.
 */
class ScenariosIT {

  private static final OptionalInt LIMIT = OptionalInt.of(5);

  @TempDir private Path out = Path.of("");

  @ParameterizedTest
  @EnumSource(Scenario.class)
  @Timeout(120)
  void treatsMailAndRepliesAsItMust(Scenario scenario) throws Exception {
    LoadResult result = run(scenario);
    assertThat(result.began()).isPositive().isEqualTo(result.ended());
    assertThat(result.seconds()).isPositive();
    assertThat(result.meetsAll()).as("%s", result.checked()).isTrue();
    assertThat(etrns(result, tag -> tag.isAccepted() || tag.isWritten())).isPositive();
    assertThat(result.accounts().expected() > 0)
        .isEqualTo(
            switch (scenario) {
              case TRIGGER, MIXED, MONOPOLY, HIT_AND_RUN -> true;
              case BURST, RAMP, SOAK, LIMIT -> false;
            });
    assertThat(result.conformance().judged()).isPositive();
    assertThat(result.conformance().evidence()).isEmpty();
    if (scenario == Scenario.LIMIT) {
      // PMDF-014
      assertThat(etrns(result, StepTag::isAccepted)).isEqualTo(result.began() * LIMIT.getAsInt());
      assertThat(etrns(result, tag -> tag.hasCode(458))).isEqualTo(result.began() * 3);
    }
  }

  private static long etrns(LoadResult result, Predicate<StepTag> outcome) {
    return result.times().count(tag -> tag.isEtrn() && outcome.test(tag));
  }

  private LoadResult run(Scenario scenario) throws Exception {
    var options =
        new LoadOptions(
            OptionalDouble.of(scenario == Scenario.RAMP ? 100 : 5),
            scenario == Scenario.BURST ? OptionalInt.of(20) : OptionalInt.empty(),
            Duration.ofSeconds(2),
            OptionalInt.of(3),
            OptionalInt.of(4),
            "branch.example",
            LIMIT);
    var setup =
        new LoadSetup(
            new ReferenceTarget(LIMIT),
            LoadDefinition.of(scenario, options),
            options,
            List.of(Threshold.parse("errors<=0%")),
            100,
            new InjectorPlacement.LocalProcesses(LoadInjector.class, 1),
            out);
    return new LoadRun(setup, new SilentProgress()).run();
  }
}
