package dev.etrn.reports.load.figures;

import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.run.LoadResult;
import dev.etrn.reports.html.Plot.Line;
import dev.etrn.reports.html.Plot.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asked in a run, and what came of it in these of its seconds.
 *
 * @param asking always in the same order, since the looks of lines follow from it
 */
public record PopulationSeries(List<EtrnPopulation> asking, StepTimes times, List<Long> seconds) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** Those who begin within so many seconds begin together. */
  private static final long TOGETHER = 2;

  public PopulationSeries {
    asking = List.copyOf(asking);
    seconds = List.copyOf(seconds);
  }

  public static PopulationSeries in(LoadResult result) {
    return new PopulationSeries(
        EtrnPopulation.in(result), result.times(), result.times().seconds());
  }

  public static PopulationSeries in(LoadRecording run) {
    List<Long> seconds = run.seconds().stream().map(Timeline.Second::second).toList();
    return new PopulationSeries(EtrnPopulation.in(run.times()), run.times(), seconds);
  }

  /** Whether there is more than one who could be served instead of another. */
  public boolean isShared() {
    return asking.size() > 1;
  }

  /** Those who were there before others came; all of them when nobody came later. */
  public PopulationSeries early() {
    long first = asking.stream().mapToLong(EtrnPopulation::from).min().orElse(0);
    return new PopulationSeries(
        asking.stream().filter(one -> one.from() < first + TOGETHER).toList(), times, seconds);
  }

  /** Where the others come. */
  public List<Mark> marks() {
    List<EtrnPopulation> early = early().asking();
    return asking.stream()
        .filter(one -> !early.contains(one))
        .map(one -> new Mark(one.from(), one.title() + " comes"))
        .toList();
  }

  public String names() {
    return asking.stream().map(EtrnPopulation::title).collect(Collectors.joining(", "));
  }

  public List<Double> at() {
    return seconds.stream().map(Long::doubleValue).toList();
  }

  /** For each of those who ask, the ETRNs accepted in a second; a gap before it asks. */
  public List<Line> accepted() {
    return asking.stream()
        .map(
            one ->
                line(
                    one,
                    second ->
                        second < one.from()
                            ? null
                            : (double) one.accepted(times, second, second + 1)))
        .toList();
  }

  /**
   * For each of those who ask, within how many milliseconds 99 % of the replies of a second came.
   */
  public List<Line> p99() {
    return asking.stream()
        .map(one -> line(one, second -> millis(one.p99(times, second, second + 1))))
        .toList();
  }

  /** The same of the whole run, as a table. */
  public List<Map<String, String>> rows() {
    return asking.stream().map(this::row).toList();
  }

  private Map<String, String> row(EtrnPopulation one) {
    OptionalLong p99 = one.p99(times, 0, Long.MAX_VALUE);
    return Map.of(
        "who", one.title(),
        "accepted", grouped(one.accepted(times, 0, Long.MAX_VALUE)),
        "refused", grouped(one.refused(times)),
        "p99", p99.isPresent() ? Amount.time(p99.getAsLong()) : "");
  }

  private Line line(EtrnPopulation one, LongFunction<@Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    seconds.forEach(second -> values.add(value.apply(second)));
    return new Line(one.title(), values);
  }

  private static @Nullable Double millis(OptionalLong nanos) {
    return nanos.isPresent() ? nanos.getAsLong() / NANOS_PER_MILLI : null;
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
