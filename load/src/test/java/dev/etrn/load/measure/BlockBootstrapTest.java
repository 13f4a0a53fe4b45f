package dev.etrn.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.measure.BlockBootstrap.Interval;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {

  @Test
  void seesADifferenceThatIsLargerThanTheNoise() {
    Interval interval = difference(series(1, 100), series(2, 110));
    assertThat(interval.excludesZero()).isTrue();
    assertThat(interval.low()).isBetween(5.0, 10.0);
    assertThat(interval.high()).isBetween(10.0, 15.0);
  }

  @Test
  void givesTheSameIntervalEachTime() {
    assertThat(difference(series(1, 100), series(2, 100)))
        .isEqualTo(difference(series(1, 100), series(2, 100)));
  }

  /** About one in twenty pairs without a difference seems to have one. */
  @Test
  @Tag("slow")
  void seldomSeesADifferenceWhereThereIsNone() {
    long seen =
        IntStream.range(0, 100)
            .filter(i -> difference(series(i, 100), series(1000L + i, 100)).excludesZero())
            .count();
    assertThat(seen).isLessThanOrEqualTo(15);
  }

  @Test
  void isOnePointForRunsThatDoNotVary() {
    assertThat(difference(List.of(1.0), List.of(3.0))).isEqualTo(new Interval(2, 2));
  }

  private static Interval difference(List<Double> before, List<Double> after) {
    return BlockBootstrap.difference(
        before,
        after,
        values -> values.stream().mapToDouble(value -> value).average().orElseThrow());
  }

  /** Returns sixty seconds of noise with a standard deviation of 5. */
  private static List<Double> series(long seed, double mean) {
    var random = new Random(seed);
    return IntStream.range(0, 60).mapToObj(i -> mean + 5 * random.nextGaussian()).toList();
  }
}
