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
 * The series of the populations of a run, over some of its seconds.
 *
 * @param populations the populations, always in the same order, which decides the style of lines
 * @param times the times of all steps
 * @param seconds the seconds of the series
 */
public record PopulationSeries(
    List<EtrnPopulation> populations, StepTimes times, List<Long> seconds) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** The seconds within which populations count as beginning together. */
  private static final long TOGETHER = 2;

  public PopulationSeries {
    populations = List.copyOf(populations);
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

  /** Returns true if several populations compete for the target. */
  public boolean isShared() {
    return populations.size() > 1;
  }

  /** Returns the series of the populations that began first. */
  public PopulationSeries early() {
    long first = populations.stream().mapToLong(EtrnPopulation::firstSecond).min().orElse(0);
    return new PopulationSeries(
        populations.stream()
            .filter(population -> population.firstSecond() < first + TOGETHER)
            .toList(),
        times,
        seconds);
  }

  /** Returns a mark where each later population begins. */
  public List<Mark> marks() {
    List<EtrnPopulation> early = early().populations();
    return populations.stream()
        .filter(population -> !early.contains(population))
        .map(population -> new Mark(population.firstSecond(), population.title() + " begins"))
        .toList();
  }

  public String names() {
    return populations.stream().map(EtrnPopulation::title).collect(Collectors.joining(", "));
  }

  /** Returns the seconds as values of the x axis. */
  public List<Double> xValues() {
    return seconds.stream().map(Long::doubleValue).toList();
  }

  /** Returns, for each population, the ETRNs accepted in each second; a gap before it begins. */
  public List<Line> accepted() {
    return populations.stream()
        .map(
            population ->
                line(
                    population,
                    second ->
                        second < population.firstSecond()
                            ? null
                            : (double) population.accepted(times, second, second + 1)))
        .toList();
  }

  /**
   * Returns, for each population, the milliseconds within which 99 % of the replies of each second
   * came.
   */
  public List<Line> p99() {
    return populations.stream()
        .map(
            population ->
                line(population, second -> millis(population.p99(times, second, second + 1))))
        .toList();
  }

  /** Returns a row of a table for each population, over the whole run. */
  public List<Map<String, String>> rows() {
    return populations.stream().map(this::row).toList();
  }

  private Map<String, String> row(EtrnPopulation population) {
    OptionalLong p99 = population.p99(times, 0, Long.MAX_VALUE);
    return Map.of(
        "who", population.title(),
        "accepted", grouped(population.accepted(times, 0, Long.MAX_VALUE)),
        "refused", grouped(population.refused(times)),
        "p99", p99.isPresent() ? Amount.time(p99.getAsLong()) : "");
  }

  private Line line(EtrnPopulation population, LongFunction<@Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    seconds.forEach(second -> values.add(value.apply(second)));
    return new Line(population.title(), values);
  }

  private static @Nullable Double millis(OptionalLong nanos) {
    return nanos.isPresent() ? nanos.getAsLong() / NANOS_PER_MILLI : null;
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
