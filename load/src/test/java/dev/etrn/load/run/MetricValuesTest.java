package dev.etrn.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.SessionScript;
import dev.etrn.load.verdict.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the metrics that thresholds compare, from recorded times. */
class MetricValuesTest {

  private static final long MILLI = 1_000_000;

  @TempDir private Path directory = Path.of("");

  @Test
  void takesRepliesFromWhenSessionsWereDueWhereThatIsKnown() throws IOException {
    assertThat(millis(Metric.MAX, measured("partners.ETRN.250", "partners.ETRN.TIMEOUT")))
        .isCloseTo(1, within(0.01));
    assertThat(millis(Metric.MAX, measured("partners.ETRN.250", "partners.RESPONSE.250")))
        .isCloseTo(2, within(0.01));
    assertThat(measured("partners.ETRN.459").of(Metric.MAX)).isEmpty();
    assertThat(measured("partners.ETRN.458").of(Metric.MAX)).isPresent();
  }

  @Test
  void countsEveryAnswerIntoTheRate() throws IOException {
    MetricValues measured =
        measured(
            "partners.ETRN.250",
            "partners.ETRN.459",
            "partners.ETRN.TIMEOUT",
            "partners.ETRN.WRITTEN",
            "partners.RESPONSE.250",
            "partners.QUIT.221",
            "injector.LAG.partners");
    assertThat(measured.of(Metric.RATE)).hasValue(1);
  }

  @Test
  void takesForAnErrorWhatKeepsAnEtrnFromBeingAccepted() throws IOException {
    MetricValues measured =
        measured(
            "partners.ETRN.250",
            "partners.ETRN.WRITTEN",
            "partners.ETRN.459",
            "partners.ETRN.CLOSED",
            "partners.CONNECT.REFUSED",
            "partners.BANNER.421",
            "partners.CONNECT.OK",
            "partners.EHLO.250",
            "partners.QUIT.421",
            "senders.BANNER.421",
            "injector.LAG.partners");
    assertThat(measured.of(Metric.ERRORS)).hasValue(4 / 6.0);
  }

  @Test
  void expects458BeyondTheLimitOfASessionAndNotWithinIt() throws IOException {
    StepTimes times = times("partners.ETRN.250", "partners.ETRN.458");
    assertThat(measured(times, 1, asking(3)).of(Metric.ERRORS)).hasValue(0);
    assertThat(measured(times, 3, asking(3)).of(Metric.ERRORS)).hasValue(0.5);
  }

  @Test
  void expectsOfASimulationThatEtrnIsAcceptedWhateverItsUsersAreCalled() throws IOException {
    StepTimes times = times("injector.ETRN.251", "own.ETRN.458", "own.CONNECT.REFUSED");
    assertThat(measured(times, 1, List.of()).of(Metric.ERRORS)).hasValue(0.5);
    assertThat(measured(times(), 1, List.of()).of(Metric.ERRORS)).isEmpty();
  }

  private static double millis(Metric metric, MetricValues measured) {
    return measured.of(metric).orElseThrow() / MILLI;
  }

  private MetricValues measured(String... tags) throws IOException {
    return measured(times(tags), 10, asking(1));
  }

  private static MetricValues measured(StepTimes times, int limit, List<Population> populations) {
    return new MetricValues(
        populations,
        OptionalInt.of(limit),
        2,
        times,
        new Latencies(),
        new DeliveryCounts(0, 0, 0, 0, 0, 0),
        Map.of(),
        OptionalDouble.empty());
  }

  /** Returns one millisecond for the first tag, two for the next, and so on. */
  private StepTimes times(String... tags) throws IOException {
    Path file = directory.resolve("one.hlog");
    try (var log = new IntervalLog(file, System.currentTimeMillis())) {
      for (int i = 0; i < tags.length; i++) {
        log.record(StepTag.parse(tags[i]), (i + 1) * MILLI);
      }
    }
    return StepTimes.read(List.of(file));
  }

  private static List<Population> asking(int times) {
    var pace = new Pace.Constant(1, Duration.ofSeconds(2));
    List<String> nodes = List.of("a.example");
    return List.of(
        new Population(
            "partners",
            Duration.ZERO,
            pace,
            new SessionScript.Ask(times, SessionScript.End.QUIT),
            nodes),
        new Population("senders", Duration.ZERO, pace, new SessionScript.Send(10), nodes));
  }
}
