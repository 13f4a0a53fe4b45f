package dev.etrn.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void addsWithoutLoss() {
    var first = new Latencies();
    var second = new Latencies();
    for (int i = 1; i <= 1000; i++) {
      (i % 3 == 0 ? first : second).record(Phase.ETRN_REPLY, i * 1000L);
    }
    first.add(second);
    assertThat(first.count(Phase.ETRN_REPLY)).isEqualTo(1000);
    assertThat((double) first.percentile(Phase.ETRN_REPLY, 50)).isCloseTo(500_000, within(1000.0));
    assertThat((double) first.max(Phase.ETRN_REPLY)).isCloseTo(1_000_000, within(1000.0));
    assertThat(first.count(Phase.FIRST_MESSAGE)).isZero();
  }

  @Test
  void takesWhatIsLongerThanAnHourForAnHour() {
    var latencies = new Latencies();
    latencies.record(Phase.ETRN_REPLY, Long.MAX_VALUE);
    assertThat(latencies.count(Phase.ETRN_REPLY)).isEqualTo(1);
  }

  @Test
  void readsTheTimesOfARelease() {
    Latencies times =
        TranscriptTimes.of(
            TranscriptText.parse(
                """
                etrn-transcript 1
                case etrn.test.a
                +0.000000001 -- injected wanted t1 inbox@a.test X-ETRN-Token: t1\\r\\n\\r\\nx\\r\\n
                +1.000000000 C1 step etrn
                +1.000000000 C1 > ETRN a.test\\r\\n
                +1.003000000 C1 < 250 ok\\r\\n
                +1.002000000 S1 open sink:25 hub:9
                +1.002000001 S1 > 220 sink\\r\\n
                +1.004000000 S1 < MAIL FROM:<a@b.test>\\r\\nRCPT TO:<inbox@a.test>\\r\\nDATA\\r\\n
                +1.004000001 S1 > 250 a\\r\\n250 b\\r\\n354 c\\r\\n
                +1.007000000 S1 < X-ETRN-Token: t1\\r\\n\\r\\nx\\r\\n.\\r\\n
                +1.007000001 S1 > 250 taken\\r\\n
                """));
    assertThat(millis(times, Phase.ETRN_REPLY)).isCloseTo(3, within(0.1));
    assertThat(millis(times, Phase.FIRST_CONNECTION)).isCloseTo(2, within(0.1));
    assertThat(millis(times, Phase.FIRST_MESSAGE)).isCloseTo(7, within(0.1));
    assertThat(millis(times, Phase.LAST_MESSAGE)).isCloseTo(7, within(0.1));
  }

  @Test
  void readsNothingFromAnEmptyTranscript() {
    Latencies times = TranscriptTimes.of(new Transcript("etrn.test.a", List.of()));
    assertThat(times.count(Phase.ETRN_REPLY)).isZero();
  }

  private static double millis(Latencies latencies, Phase phase) {
    return latencies.percentile(phase, 50) / 1e6;
  }
}
