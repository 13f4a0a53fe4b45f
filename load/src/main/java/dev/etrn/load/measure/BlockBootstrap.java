package dev.etrn.load.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The bootstrap for the confidence interval of a difference between two runs, from their values by
 * second.
 *
 * <p>Seconds that follow each other are alike, so it draws blocks of them and not single ones: the
 * moving-block bootstrap (Kuensch, Annals of Statistics 17, 1989), with blocks of about the cube
 * root of the number of seconds. It draws {@value #ROUNDS} pairs of runs; the middle 95 % of their
 * differences are the interval. The seed is always the same, so the same runs give the same
 * interval.
 *
 * <p>It covers the variation within the two runs. It cannot see the variation between runs, such as
 * the state of a machine: for that, compare several runs.
 */
public final class BlockBootstrap {

  private static final int ROUNDS = 2000;
  private static final long SEED = 1985;
  private static final double TAIL = 0.025;

  private BlockBootstrap() {}

  /** An interval from {@code low} to {@code high}. */
  public record Interval(double low, double high) {

    /**
     * Returns true if the interval excludes 0, so that chance alone does not explain the
     * difference.
     */
    public boolean excludesZero() {
      return low > 0 || high < 0;
    }
  }

  /**
   * Returns the interval of the statistic after minus the statistic before.
   *
   * @param before a value for each second of the first run, in order; not empty
   * @param after a value for each second of the second run, in order; not empty
   */
  public static <S> Interval difference(
      List<S> before, List<S> after, ToDoubleFunction<List<S>> statistic) {
    var random = new SplittableRandom(SEED);
    var differences = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      differences[round] =
          statistic.applyAsDouble(drawn(after, random))
              - statistic.applyAsDouble(drawn(before, random));
    }
    Arrays.sort(differences);
    int tail = (int) (ROUNDS * TAIL);
    return new Interval(differences[tail], differences[ROUNDS - 1 - tail]);
  }

  private static <S> List<S> drawn(List<S> values, SplittableRandom random) {
    int length = (int) Math.round(Math.cbrt(values.size()));
    var drawn = new ArrayList<S>(values.size());
    while (drawn.size() < values.size()) {
      int start = random.nextInt(values.size() - length + 1);
      drawn.addAll(values.subList(start, start + Math.min(length, values.size() - drawn.size())));
    }
    return drawn;
  }
}
