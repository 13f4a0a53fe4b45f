package dev.etrn.reports.load;

import dev.etrn.load.run.LoadResult;
import dev.etrn.reports.html.Plot;
import dev.etrn.reports.html.Plot.Axis;
import dev.etrn.reports.html.Plot.Line;
import dev.etrn.reports.html.Plot.Scale;
import dev.etrn.reports.load.figures.Amount;
import dev.etrn.reports.load.figures.EtrnPopulation;
import dev.etrn.reports.load.figures.PercentilePlot;
import dev.etrn.reports.load.figures.PopulationSeries;
import dev.etrn.reports.load.figures.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The plots on the page of a load run, and the sentences about them. */
final class LoadPlots {

  private static final Axis SECONDS = Axis.of("second", Scale.LINEAR);
  private static final Axis PER_SECOND = Axis.of("per second", Scale.LINEAR);

  private LoadPlots() {}

  static List<Plot> of(LoadResult result) {
    PopulationSeries series = PopulationSeries.in(result);
    var plots = new ArrayList<Plot>();
    plots.add(rate(series, Timeline.of(result.times())));
    plots.add(
        Plot.of("latency", SECONDS, series.xValues(), Axis.of("ms", Scale.LOG), named99(series))
            .with(series.marks()));
    if (series.isShared()) {
      plots.add(
          Plot.of("accepted", SECONDS, series.xValues(), PER_SECOND, series.accepted())
              .withFilling());
    }
    plots.add(PercentilePlot.plot(List.of("reply"), List.of(result.times()), Scale.LINEAR));
    return plots;
  }

  /** Returns the populations that begin later than the others. */
  static List<Map<String, String>> marks(LoadResult result) {
    return EtrnPopulation.in(result).stream()
        .filter(population -> population.firstSecond() > 0)
        .map(
            population ->
                Map.of(
                    "text",
                    "The " + population.title(),
                    "second",
                    Long.toString(population.firstSecond())))
        .toList();
  }

  /** Returns the effect of a population that begins later on the times of the first one. */
  static Optional<String> effect(LoadResult result) {
    List<EtrnPopulation> populations = EtrnPopulation.in(result);
    return populations.stream()
        .filter(population -> population.firstSecond() > 0)
        .findFirst()
        .map(late -> effect(populations.get(0), late, result));
  }

  private static String effect(EtrnPopulation first, EtrnPopulation late, LoadResult result) {
    long before = first.p99(result.times(), 0, late.firstSecond()).orElse(0);
    long during = first.p99(result.times(), late.firstSecond(), Long.MAX_VALUE).orElse(0);
    return String.format(
        Locale.ROOT,
        "For the %s, 99 %% of the replies came within %s without the %s, and within %s with"
            + " it: %.1f times as long.",
        first.title(),
        Amount.time(before),
        late.title(),
        Amount.time(during),
        before == 0 ? 0.0 : (double) during / before);
  }

  private static Plot rate(PopulationSeries series, List<Timeline.Second> seconds) {
    return Plot.of(
        "rate",
        SECONDS,
        series.xValues(),
        PER_SECOND,
        List.of(
            line("answered", seconds, Timeline.Second::etrns),
            line("errors", seconds, Timeline.Second::errors)));
  }

  private static Line line(
      String name, List<Timeline.Second> seconds, ToLongFunction<Timeline.Second> value) {
    List<@Nullable Double> values = new ArrayList<>();
    seconds.forEach(second -> values.add((double) value.applyAsLong(second)));
    return new Line(name, values);
  }

  private static List<Line> named99(PopulationSeries series) {
    return series.p99().stream()
        .map(line -> new Line(line.name() + ", p99", line.values()))
        .toList();
  }
}
