package dev.etrn.load.injector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.load.coordination.InjectorFiles;
import dev.etrn.load.coordination.InjectorSummary;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import dev.etrn.load.protocol.StepResult;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectorRecorderTest {

  private static final long MILLI = 1_000_000;

  @TempDir private Path directory = Path.of("");

  private final long now = System.nanoTime();

  @Test
  void lastsFromTheFirstSessionThatCountsToTheLastReply() throws IOException {
    try (InjectorRecorder recorder = begin()) {
      began(recorder, Population.WARM_UP, 1, now - 900 * MILLI);
      began(recorder, "partners", 2, now);
      recorder.ended(step("partners", 250, null, now + 30 * MILLI));
      began(recorder, "partners", 3, now + 10 * MILLI);
      recorder.ended(step("partners", 250, null, now + 20 * MILLI));
      recorder.ended(step("partners", 0, StepError.TIMEOUT, now + 10_000 * MILLI));
      recorder.cut();
    }
    InjectorSummary summary = summary();
    assertThat(summary.lastNanos() - summary.firstNanos()).isEqualTo(30 * MILLI);
    assertThat(summary.began()).isEqualTo(2);
  }

  @Test
  void lastsNoTimeWithoutASessionThatCounts() throws IOException {
    try (InjectorRecorder recorder = begin()) {
      began(recorder, Population.WARM_UP, 1, now);
      recorder.ended(step(Population.WARM_UP, 250, null, now + MILLI));
      recorder.cut();
    }
    assertThat(summary().firstNanos()).isZero();
    assertThat(summary().lastNanos()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"250, true", "253, true", "254, false", "458, false"})
  void takesTheCodesOfRfc1985ForAnAcceptedEtrn(int code, boolean isAccepted) throws IOException {
    try (InjectorRecorder recorder = begin()) {
      recorder.ended(
          new StepResult(Step.ETRN, "partners", 2, "a.example", code, null, true, 0, now, now));
    }
    assertThat(Files.readString(files().asked()))
        .startsWith("a.example,")
        .contains("," + isAccepted);
  }

  private InjectorRecorder begin() throws IOException {
    LoadPlan plan = SamplePlan.of("example.Own");
    return InjectorRecorder.begin(files(), plan, new Shard(1, 1), Instant.now(), () -> {});
  }

  private static void began(InjectorRecorder recorder, String scenario, long user, long nanos) {
    assertThat(recorder.nanos(scenario, user, nanos)).isEqualTo(nanos);
  }

  private static StepResult step(
      String scenario, int code, @Nullable StepError error, long endNanos) {
    return new StepResult(Step.EHLO, scenario, 2, null, code, error, true, 0, endNanos, endNanos);
  }

  private InjectorSummary summary() throws IOException {
    return new ObjectMapper().readValue(files().summary().toFile(), InjectorSummary.class);
  }

  private InjectorFiles files() {
    return new InjectorFiles(directory);
  }
}
