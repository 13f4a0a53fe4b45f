package dev.etrn.reports.load.figures;

import dev.etrn.load.measure.Trend;
import dev.etrn.load.measure.Trend.Point;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.run.ResourceUse;
import dev.etrn.load.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What rose or fell while the load stayed the same.
 *
 * @param key in load.json
 * @param isTime whether its values are nanoseconds; bytes otherwise
 * @param seconds how long the run was
 */
public record Drift(String key, String title, boolean isTime, double seconds, Trend trend) {

  private static final double MIB = 1 << 20;

  /** Of a soak; other loads do not stay the same, and have none. */
  public static List<Drift> of(LoadResult result) {
    if (!result.setup().play().title().equals(Scenario.SOAK.title())) {
      return List.of();
    }
    List<Timeline.Second> all = Timeline.of(result.times());
    // The first and the last second are no whole ones.
    List<Timeline.Second> whole = all.size() < 3 ? List.of() : all.subList(1, all.size() - 1);
    Stream<Optional<Drift>> times =
        Stream.of(
            time("p50", "median reply of a second", whole, Timeline.Second::p50Nanos),
            time("p99", "99 % of the replies of a second", whole, Timeline.Second::p99Nanos));
    return Stream.concat(times, result.used().stream().map(Drift::memory))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The change over the whole run, its interval, and what to make of it. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s: %s over the run (95 %%: %s to %s): %s",
        title,
        change(trend.slope()),
        change(trend.low()),
        change(trend.high()),
        !trend.isSeen() ? "no drift seen" : trend.slope() > 0 ? "it rises" : "it falls");
  }

  private String change(double slope) {
    double over = slope * seconds;
    return isTime
        ? (over < 0 ? "-" : "+") + Amount.time(Math.round(Math.abs(over)))
        : String.format(Locale.ROOT, "%+.1f MiB", over / MIB);
  }

  private static Optional<Drift> time(
      String key,
      String title,
      List<Timeline.Second> seconds,
      ToLongFunction<Timeline.Second> nanos) {
    List<Point> points =
        seconds.stream()
            .filter(second -> nanos.applyAsLong(second) > 0)
            .map(second -> new Point(second.second(), nanos.applyAsLong(second)))
            .toList();
    return Trend.of(points).map(trend -> new Drift(key, title, true, length(points), trend));
  }

  private static Optional<Drift> memory(ResourceUse used) {
    List<Point> points =
        used.course().stream().map(at -> new Point(at.seconds(), at.residentBytes())).toList();
    return Trend.of(points)
        .map(trend -> new Drift("memory", "memory of the target", false, length(points), trend));
  }

  private static double length(List<Point> points) {
    return points.get(points.size() - 1).x() - points.get(0).x();
  }
}
