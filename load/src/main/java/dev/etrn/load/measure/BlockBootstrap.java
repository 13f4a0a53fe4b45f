package dev.etrn.load.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How sure a difference between two runs is, from what each second of them showed.
 *
 * <p>Seconds that follow each other are alike, so blocks of them are drawn and not single ones: the
 * moving-block bootstrap (Kuensch, Annals of Statistics 17, 1989), with blocks of about the cube
 * root of the number of seconds. Of {@value #ROUNDS} differences of runs that are drawn so, the
 * middle 95 % are the interval. Chance begins with the same seed each time, so the same runs give
 * the same interval.
 *
 * <p>It tells what varies within the two runs. What varies between runs, such as the state of a
 * machine, it cannot see: for that, compare several runs.
 */
public final class BlockBootstrap {

  private static final int ROUNDS = 2000;
  private static final long SEED = 1985;
  private static final double TAIL = 0.025;

  private BlockBootstrap() {}

  /** From {@code low} to {@code high}. */
  public record Interval(double low, double high) {

    /** Whether it leaves 0 out, so that chance alone does not explain the difference. */
    public boolean excludesZero() {
      return low > 0 || high < 0;
    }
  }

  /**
   * The interval of the statistic after, less the statistic before.
   *
   * @param before one value for each second, in their order; not empty
   * @param after likewise
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

  private static <S> List<S> drawn(List<S> all, SplittableRandom random) {
    int length = (int) Math.round(Math.cbrt(all.size()));
    var drawn = new ArrayList<S>(all.size());
    while (drawn.size() < all.size()) {
      int from = random.nextInt(all.size() - length + 1);
      drawn.addAll(all.subList(from, from + Math.min(length, all.size() - drawn.size())));
    }
    return drawn;
  }
}
