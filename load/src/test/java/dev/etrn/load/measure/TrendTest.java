package dev.etrn.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.etrn.load.measure.Trend.Point;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {

  @Test
  void findsTheSlopeOfALineHoweverOddAFewPointsAre() {
    Trend trend = Trend.of(points(60, x -> x % 10 == 0 ? 1000 : 3 * x + 5)).orElseThrow();
    assertThat(trend.slope()).isCloseTo(3, within(0.01));
    assertThat(trend.isSeen()).isTrue();
  }

  @Test
  void seesARiseInNoiseWithTheTruthInItsInterval() {
    var random = new Random(1);
    Trend trend = Trend.of(points(100, x -> 0.5 * x + 5 * random.nextGaussian())).orElseThrow();
    assertThat(trend.isSeen()).isTrue();
    assertThat(trend.low()).isLessThan(0.5);
    assertThat(trend.high()).isGreaterThan(0.5);
  }

  /** About one in twenty series without a trend seems to have one. */
  @Test
  void seldomSeesATrendWhereThereIsNone() {
    long seen =
        IntStream.range(0, 200)
            .filter(
                seed -> {
                  var random = new Random(seed);
                  return Trend.of(points(40, x -> random.nextGaussian())).orElseThrow().isSeen();
                })
            .count();
    assertThat(seen).isLessThanOrEqualTo(22);
  }

  @Test
  void takesLongSeriesToo() {
    Trend trend = Trend.of(points(20_000, x -> 2 * x)).orElseThrow();
    assertThat(trend.slope()).isCloseTo(2, within(1e-6));
  }

  @Test
  void saysNothingOfAFewPoints() {
    assertThat(Trend.of(points(9, x -> x))).isEmpty();
  }

  private static List<Point> points(int count, DoubleUnaryOperator y) {
    return IntStream.range(0, count).mapToObj(x -> new Point(x, y.applyAsDouble(x))).toList();
  }
}
