package dev.etrn.load.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.exchanger.Arrival;
import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.Phase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleaseLatenciesTest {

  private static final Set<String> WAITING = Set.of("a.example/1", "a.example/2");

  @Test
  void countFromTheFirstAcceptedEtrn() {
    Latencies times =
        ReleaseLatencies.of(
            List.of(
                new SentEtrn("a.example", 500, false),
                new SentEtrn("a.example", 2000, true),
                new SentEtrn("a.example", 1000, true)),
            WAITING,
            List.of(arrival("1", 1100, 1300), arrival("2", 1100, 1700)));
    assertThat(times.max(Phase.FIRST_CONNECTION)).isEqualTo(100);
    assertThat(times.max(Phase.FIRST_MESSAGE)).isEqualTo(300);
    assertThat(times.max(Phase.LAST_MESSAGE)).isEqualTo(700);
  }

  @Test
  void leaveOutWhatWasNotThereWhenItWasAskedFor() {
    Latencies times =
        ReleaseLatencies.of(
            List.of(new SentEtrn("a.example", 1000, true)),
            WAITING,
            List.of(arrival("1", 1100, 1300), arrival("late", 1100, 1900)));
    assertThat(times.max(Phase.LAST_MESSAGE)).isEqualTo(300);
  }

  @Test
  void sayNothingOfANodeThatNobodyAskedFor() {
    Latencies times = ReleaseLatencies.of(List.of(), WAITING, List.of(arrival("1", 1, 2)));
    assertThat(times.count(Phase.FIRST_MESSAGE)).isZero();
  }

  private static Arrival arrival(String number, long opened, long nanos) {
    return new Arrival("a.example", "a.example/" + number, opened, nanos);
  }
}
