package dev.etrn.suites.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RankSumTest {

  @Test
  void findsNoDifferenceBetweenSamplesThatInterleave() {
    LongStream even = LongStream.range(0, 40).map(i -> 2 * i);
    LongStream odd = LongStream.range(0, 40).map(i -> 2 * i + 1);
    RankSum test = RankSum.of(even, odd);
    assertThat(test.z()).isBetween(-0.5, 0.5);
    assertThat(test.firstMedian()).isEqualTo(40);
    assertThat(test.secondMedian()).isEqualTo(41);
  }

  @Test
  void countsPairsAsTheTextbookDoes() {
    // U is 3 of 20 pairs, its mean 10, its deviation the root of 20 * 10 / 12.
    RankSum test = RankSum.of(LongStream.of(1, 3, 4, 5), LongStream.of(2, 6, 7, 8, 9));
    assertThat(test.z()).isCloseTo((3 - 10) / Math.sqrt(20 * 10 / 12.0), within(1e-9));
  }

  @Test
  void countsTiesAsAHalf() {
    assertThat(RankSum.of(LongStream.of(7, 7), LongStream.of(7, 7)).z()).isZero();
  }

  @Test
  void isSureOfSamplesThatLieApart() {
    RankSum test = RankSum.of(LongStream.range(100, 148), LongStream.range(0, 48));
    assertThat(test.z()).isGreaterThan(8);
  }
}
