package dev.etrn.load.injector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.measure.EpochClock;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.SessionScript;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCensusTest {

  private static final long MILLI = 1_000_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  @TempDir private Path directory = Path.of("");

  private final EpochClock clock = EpochClock.anchored();
  private final long start = System.nanoTime();
  private IntervalLog times;

  @BeforeEach
  void begin() throws IOException {
    times = new IntervalLog(directory.resolve("times"), System.currentTimeMillis());
  }

  @AfterEach
  void end() {
    times.close();
  }

  @Test
  void countsASessionThatIsLateFromWhenItWasDue() {
    SessionCensus census = census(Shard.WHOLE);
    assertThat(census.nanos(OPEN, 1, start)).isEqualTo(start);
    assertThat(census.nanos(OPEN, 2, start + 130 * MILLI)).isEqualTo(start + 100 * MILLI);
    assertThat(census.nanos(OPEN, 3, start + 190 * MILLI))
        .as("one that is early is not late")
        .isEqualTo(start + 190 * MILLI);
  }

  @Test
  void knowsThatItsShardHasOnlySomeOfThem() {
    SessionCensus census = census(new Shard(2, 3));
    assertThat(census.nanos(OPEN, 1, start)).isEqualTo(start);
    assertThat(census.nanos(OPEN, 2, start + 350 * MILLI)).isEqualTo(start + 300 * MILLI);
  }

  @Test
  void takesSessionsThatFollowEachOtherAsTheyCome() {
    SessionCensus census = census(Shard.WHOLE);
    assertThat(census.nanos(CLOSED, 1, start)).isEqualTo(start);
    assertThat(census.nanos(CLOSED, 2, start + 5_000 * MILLI)).isEqualTo(start + 5_000 * MILLI);
    assertThat(census.isOpen(CLOSED)).isFalse();
    assertThat(census.isOpen(OPEN)).isTrue();
    assertThat(census.isOpen("own")).as("of a simulation of a user's own").isFalse();
  }

  @Test
  void countsWhoCameAndWhoLeftOnce() {
    SessionCensus census = census(Shard.WHOLE);
    assertThat(census.firstNanos()).isZero();
    census.nanos(Population.WARM_UP, 1, start);
    census.nanos(CLOSED, 2, start + MILLI);
    census.left(1);
    census.left(2);
    census.left(2);
    assertThat(census.came()).isOne();
    assertThat(census.gone()).isOne();
    assertThat(census.firstNanos()).isEqualTo(clock.at(start + MILLI));
    assertThat(census.lateNanos(Instant.ofEpochSecond(0, clock.at(start - 7 * MILLI))))
        .as("the warm-up is the first of all")
        .isEqualTo(7 * MILLI);
  }

  private SessionCensus census(Shard shard) {
    LoadPlan plan =
        SamplePlan.of(
            "",
            population(OPEN, new Pace.Constant(10, MINUTE)),
            population(CLOSED, new Pace.Concurrent(2, MINUTE)));
    return new SessionCensus(plan, shard, clock, times);
  }

  private static Population population(String name, Pace pace) {
    return new Population(
        name,
        Duration.ZERO,
        pace,
        new SessionScript.Ask(1, SessionScript.End.QUIT),
        List.of("branch.example"));
  }
}
