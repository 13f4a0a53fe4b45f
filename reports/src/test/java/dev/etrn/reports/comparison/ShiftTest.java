package dev.etrn.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

class ShiftTest {

  @Test
  void isTheMedianOfAllDifferences() {
    Shift shift = Shift.of(new long[] {1, 2, 3, 4, 5}, new long[] {11, 12, 13, 14, 1000});
    assertThat(shift.estimate()).isEqualTo(10);
    assertThat(shift.isCertain()).isTrue();
    // By the tables of the exact test the interval leaves two differences out at each end.
    assertThat(shift.low()).isEqualTo(7);
    assertThat(shift.high()).isEqualTo(997);
  }

  @Test
  void leavesInDoubtWhatOverlaps() {
    Shift shift = Shift.of(new long[] {10, 20, 30, 40, 50}, new long[] {15, 25, 35, 45, 55});
    assertThat(shift.estimate()).isEqualTo(5, within(0.001));
    assertThat(shift.isCertain()).isFalse();
  }

  @Test
  void wantsFiveOfEach() {
    assertThatThrownBy(() -> Shift.of(new long[4], new long[5]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void isCertainOnlyWhereTheExactTestIs(
      @ForAll("samples") long[] before, @ForAll("samples") long[] now) {
    double p =
        MannWhitneyUTest.withDefaults().test(doubles(before, 0), doubles(now, 0.5)).getPValue();
    // Half a unit apart, so that no value is in both.
    long[] twiceBefore = Arrays.stream(before).map(value -> 2 * value).toArray();
    long[] twiceNow = Arrays.stream(now).map(value -> 2 * value + 1).toArray();
    boolean isCertain = Shift.of(twiceBefore, twiceNow).isCertain();
    if (isCertain) {
      assertThat(p).isLessThan(0.05);
    } else {
      assertThat(p).isGreaterThan(0.02);
    }
  }

  @Provide
  Arbitrary<long[]> samples() {
    return Arbitraries.longs()
        .between(0, 10_000)
        .array(long[].class)
        .ofMinSize(5)
        .ofMaxSize(12)
        .uniqueElements();
  }

  private static double[] doubles(long[] values, double more) {
    return Arrays.stream(values).mapToDouble(value -> value + more).toArray();
  }
}
