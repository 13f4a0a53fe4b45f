package dev.etrn.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.example.PartnersSimulation;
import dev.etrn.load.example.QueueSimulation;
import dev.etrn.load.injector.LoadInjector;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.reference.ReferenceTarget;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.verdict.Metric;
import dev.etrn.load.verdict.ThresholdResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a user's own simulation with the reference server. */
class UserSimulationIT {

  @TempDir private Path out = Path.of("");

  @Test
  @Timeout(120)
  void measuresWhatASimulationDoesThatKnowsNothingOfIt() throws Exception {
    LoadResult result = run(QueueSimulation.class);
    assertThat(result.invalid()).isEmpty();
    assertThat(result.began()).isEqualTo(20).isEqualTo(result.ended());
    assertThat(result.times().count(UserSimulationIT::isAcceptedEtrn)).isEqualTo(40);
    assertThat(result.shares()).containsEntry("branch.example", 40L);
    assertThat(result.conformance().judged()).isEqualTo(20);
    assertThat(result.conformance().evidence()).isEmpty();
    assertThat(result.checked())
        .singleElement()
        .matches(thresholdResult -> thresholdResult.threshold().metric() == Metric.ASSERTIONS)
        .matches(ThresholdResult::isMet);
  }

  @Test
  @Timeout(120)
  void letsNoLoadGoElsewhereThanToTheTarget() {
    assertThatThrownBy(() -> run(PartnersSimulation.class))
        .isInstanceOf(LoadFailedException.class)
        .hasMessageContaining("it connects to 127.0.0.1:2525, and the target is 127.0.0.1:")
        .hasMessageContaining("use SmtpDsl.target()");
  }

  private static boolean isAcceptedEtrn(StepTag tag) {
    return tag.isOf("Partners-twice") && tag.isEtrn() && tag.isAccepted();
  }

  private LoadResult run(Class<?> simulation) throws Exception {
    var options =
        new LoadOptions(
            OptionalDouble.empty(),
            OptionalInt.empty(),
            Duration.ofSeconds(2),
            OptionalInt.empty(),
            OptionalInt.empty(),
            "branch.example",
            OptionalInt.empty());
    var setup =
        new LoadSetup(
            new ReferenceTarget(OptionalInt.empty()),
            LoadDefinition.simulation(simulation.getName(), List.of()),
            options,
            List.of(),
            100,
            new InjectorPlacement.LocalProcesses(LoadInjector.class, 1),
            out);
    return new LoadRun(setup, new SilentProgress()).run();
  }
}
