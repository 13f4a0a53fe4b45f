package dev.etrn.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.SessionScript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLevelTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void tellsWhatWasAnsweredInEach() throws IOException {
    var steps = new Pace.Steps(10, 2, Duration.ofSeconds(2));
    List<RateLevel> levels = RateLevel.of(List.of(population(steps)), times());
    // All values were recorded in the first second, and so in the first level.
    assertThat(levels).hasSize(2);
    assertThat(levels.get(0).perSecond()).isEqualTo(10);
    assertThat(levels.get(0).answered()).isEqualTo(1.5);
    assertThat(levels.get(0).p99Nanos()).isBetween(2_990_000L, 3_010_000L);
    assertThat(levels.get(1)).isEqualTo(new RateLevel(20, 0, 0));
  }

  @Test
  void areNoneWhereTheRateDoesNotRise() throws IOException {
    var constant = new Pace.Constant(10, Duration.ofSeconds(2));
    assertThat(RateLevel.of(List.of(population(constant)), times())).isEmpty();
  }

  private StepTimes times() throws IOException {
    Path file = directory.resolve("one.hlog");
    try (var log = new IntervalLog(file, System.currentTimeMillis())) {
      for (int millis = 1; millis <= 3; millis++) {
        log.record(StepTag.parse("partners.RESPONSE.250"), millis * 1_000_000L);
      }
    }
    return StepTimes.read(List.of(file));
  }

  private static Population population(Pace pace) {
    return new Population(
        "partners",
        Duration.ZERO,
        pace,
        new SessionScript.Ask(1, SessionScript.End.QUIT),
        List.of("a.example"));
  }
}
