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
 * The drift of a metric while the load stayed the same.
 *
 * @param key the key in load.json
 * @param isTime true if the values are nanoseconds, false if they are bytes
 * @param seconds the length of the run
 */
public record Drift(String key, String title, boolean isTime, double seconds, Trend trend) {

  private static final double MIB = 1 << 20;

  /** Returns the drifts of a soak; other scenarios change their load, and have none. */
  public static List<Drift> of(LoadResult result) {
    if (!result.setup().play().title().equals(Scenario.SOAK.title())) {
      return List.of();
    }
    List<Timeline.Second> seconds = Timeline.of(result.times());
    // The first and the last second are not whole.
    List<Timeline.Second> whole =
        seconds.size() < 3 ? List.of() : seconds.subList(1, seconds.size() - 1);
    Stream<Optional<Drift>> times =
        Stream.of(
            time("p50", "median reply time of each second", whole, Timeline.Second::p50Nanos),
            time("p99", "99 % of the replies of each second", whole, Timeline.Second::p99Nanos));
    return Stream.concat(times, result.used().stream().map(Drift::memory))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns the change over the whole run, its interval, and a judgement. */
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
    double total = slope * seconds;
    return isTime
        ? (total < 0 ? "-" : "+") + Amount.time(Math.round(Math.abs(total)))
        : String.format(Locale.ROOT, "%+.1f MiB", total / MIB);
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
        used.course().stream()
            .map(sample -> new Point(sample.seconds(), sample.residentBytes()))
            .toList();
    return Trend.of(points)
        .map(trend -> new Drift("memory", "memory of the target", false, length(points), trend));
  }

  private static double length(List<Point> points) {
    return points.get(points.size() - 1).x() - points.get(0).x();
  }
}
