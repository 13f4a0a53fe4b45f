package dev.etrn.load.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How fast something rises or falls: the median of the slopes between all pairs of points (Theil
 * 1950), which a few odd points cannot turn, with the interval of Sen (Journal of the American
 * Statistical Association 63, 1968).
 *
 * <p>The interval takes the points for independent of each other. Seconds of a run are not quite,
 * so it is somewhat too narrow.
 *
 * @param slope per unit of x
 * @param low lower end of its interval of 95 %
 * @param high upper end
 */
public record Trend(double slope, double low, double high) {

  /** With fewer, chance has too much to say. */
  public static final int FEWEST_POINTS = 10;

  private static final int MOST_POINTS = 500;
  private static final double NORMAL_95 = 1.959964;

  /** What was seen when. */
  public record Point(double x, double y) {}

  /**
   * @param points by growing x, no two of the same x
   * @return empty when they are fewer than {@value #FEWEST_POINTS}
   */
  public static Optional<Trend> of(List<Point> points) {
    if (points.size() < FEWEST_POINTS) {
      return Optional.empty();
    }
    List<Point> few = thinned(points);
    double[] slopes = slopes(few);
    int n = few.size();
    double half = NORMAL_95 * Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18) / 2;
    int middle = slopes.length / 2;
    int low = (int) Math.max(0, Math.floor(slopes.length / 2.0 - half));
    int high = (int) Math.min(slopes.length - 1.0, Math.ceil(slopes.length / 2.0 + half));
    return Optional.of(new Trend(slopes[middle], slopes[low], slopes[high]));
  }

  /** Whether its interval leaves 0 out. */
  public boolean isSeen() {
    return low > 0 || high < 0;
  }

  private static double[] slopes(List<Point> points) {
    int n = points.size();
    var slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        Point from = points.get(i);
        Point to = points.get(j);
        slopes[count++] = (to.y() - from.y()) / (to.x() - from.x());
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  /** Of very many points, neighbours are averaged: the number of pairs grows with its square. */
  private static List<Point> thinned(List<Point> points) {
    int each = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    if (each == 1) {
      return points;
    }
    return IntStream.range(0, points.size() / each)
        .mapToObj(i -> middle(points.subList(i * each, (i + 1) * each)))
        .toList();
  }

  private static Point middle(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElseThrow(),
        points.stream().mapToDouble(Point::y).average().orElseThrow());
  }
}
