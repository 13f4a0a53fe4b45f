package dev.etrn.load.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The trend of a series of points: the median of the slopes between all pairs of points (Theil
 * 1950), which a few outliers cannot change much, with the interval of Sen (Journal of the American
 * Statistical Association 63, 1968).
 *
 * <p>The interval assumes that the points are independent of each other. Seconds of a run are not
 * quite independent, so the interval is somewhat too narrow.
 *
 * @param slope the change of y per unit of x
 * @param low the lower end of the 95 % interval of the slope
 * @param high the upper end of that interval
 */
public record Trend(double slope, double low, double high) {

  /** The smallest number of points; with fewer, chance has too much influence. */
  public static final int FEWEST_POINTS = 10;

  private static final int MOST_POINTS = 500;
  private static final double NORMAL_95 = 1.959964;

  /** A point: the value {@code y} that was seen at {@code x}. */
  public record Point(double x, double y) {}

  /**
   * Returns the trend of points.
   *
   * @param points the points, sorted by x, no two with the same x
   * @return the trend; empty if there are fewer than {@value #FEWEST_POINTS} points
   */
  public static Optional<Trend> of(List<Point> points) {
    if (points.size() < FEWEST_POINTS) {
      return Optional.empty();
    }
    List<Point> thinned = thinned(points);
    double[] slopes = slopes(thinned);
    int n = thinned.size();
    double halfWidth = NORMAL_95 * Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18) / 2;
    int middle = slopes.length / 2;
    int low = (int) Math.max(0, Math.floor(slopes.length / 2.0 - halfWidth));
    int high = (int) Math.min(slopes.length - 1.0, Math.ceil(slopes.length / 2.0 + halfWidth));
    return Optional.of(new Trend(slopes[middle], slopes[low], slopes[high]));
  }

  /** Returns true if the interval excludes 0. */
  public boolean isSeen() {
    return low > 0 || high < 0;
  }

  private static double[] slopes(List<Point> points) {
    int n = points.size();
    var slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        Point first = points.get(i);
        Point second = points.get(j);
        slopes[count++] = (second.y() - first.y()) / (second.x() - first.x());
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  /**
   * Averages neighbours if there are very many points, since the number of pairs grows with the
   * square of the number of points.
   */
  private static List<Point> thinned(List<Point> points) {
    int groupSize = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    if (groupSize == 1) {
      return points;
    }
    return IntStream.range(0, points.size() / groupSize)
        .mapToObj(i -> middle(points.subList(i * groupSize, (i + 1) * groupSize)))
        .toList();
  }

  private static Point middle(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElseThrow(),
        points.stream().mapToDouble(Point::y).average().orElseThrow());
  }
}
