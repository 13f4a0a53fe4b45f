package dev.etrn.reports.load.comparison;

import dev.etrn.reports.html.Page;
import dev.etrn.reports.html.Plot;
import dev.etrn.reports.html.Plot.Axis;
import dev.etrn.reports.html.Plot.Line;
import dev.etrn.reports.html.Plot.Scale;
import dev.etrn.reports.html.ScriptData;
import dev.etrn.reports.load.figures.LoadRecording;
import dev.etrn.reports.load.figures.PercentilePlot;
import dev.etrn.reports.load.figures.PopulationSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The writer of {@code report.html} of load runs that are compared. */
final class LoadComparisonPage {

  private static final double ROOM_ABOVE = 1.05;

  private LoadComparisonPage() {}

  /**
   * Returns the page.
   *
   * @param comparisons the comparisons with the same run, at least one
   */
  static String write(List<LoadComparison> comparisons) {
    List<LoadRecording> runs =
        Stream.concat(
                Stream.of(comparisons.get(0).before()),
                comparisons.stream().map(LoadComparison::after))
            .toList();
    List<PopulationSeries> allSeries = allSeries(runs);
    boolean timed = runs.stream().anyMatch(run -> !run.times().tags().isEmpty());
    var plots = new ArrayList<>(plots(allSeries));
    if (timed) {
      plots.add(
          PercentilePlot.plot(
              runs.stream().map(LoadRecording::title).toList(),
              runs.stream().map(LoadRecording::times).toList(),
              Scale.LOG));
    }
    return Page.of(
        "loads.ftlh",
        Map.of(
            "comparisons", comparisons.stream().map(LoadComparisonPage::model).toList(),
            "served", models(runs, allSeries),
            "timed", timed,
            "plots", ScriptData.json(plots)));
  }

  /** Returns the series of each run, or none if no run has several populations. */
  private static List<PopulationSeries> allSeries(List<LoadRecording> runs) {
    List<PopulationSeries> allSeries = runs.stream().map(PopulationSeries::in).toList();
    return allSeries.stream().anyMatch(PopulationSeries::isShared) ? allSeries : List.of();
  }

  private static List<Plot> plots(List<PopulationSeries> allSeries) {
    double last =
        allSeries.stream()
            .flatMap(series -> series.xValues().stream())
            .max(Double::compare)
            .orElse(1.0);
    Axis seconds = new Axis("second", Scale.LINEAR, List.of(0.0, last));
    Axis accepted = axis("per second", allSeries.stream().map(PopulationSeries::accepted));
    Axis millis = axis("ms", allSeries.stream().map(series -> series.early().p99()));
    var plots = new ArrayList<Plot>();
    for (int i = 0; i < allSeries.size(); i++) {
      PopulationSeries series = allSeries.get(i);
      plots.add(
          Plot.of("accepted-" + i, seconds, series.xValues(), accepted, series.accepted())
              .withFilling());
      plots.add(
          Plot.of("p99-" + i, seconds, series.xValues(), millis, series.early().p99())
              .with(series.marks()));
    }
    return plots;
  }

  /** Returns an axis that is long enough for all of these lines. */
  private static Axis axis(String label, Stream<List<Line>> lines) {
    double greatest = lines.flatMap(List::stream).mapToDouble(Line::greatest).max().orElse(0);
    return new Axis(label, Scale.LINEAR, List.of(0.0, Math.max(1, greatest * ROOM_ABOVE)));
  }

  private static List<Map<String, Object>> models(
      List<LoadRecording> runs, List<PopulationSeries> allSeries) {
    var models = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < allSeries.size(); i++) {
      models.add(
          Map.of(
              "title", runs.get(i).title(),
              "limit", limit(runs.get(i)),
              "first", allSeries.get(i).early().names(),
              "rows", allSeries.get(i).rows()));
    }
    return models;
  }

  private static String limit(LoadRecording run) {
    return run.etrnsPerSession().isPresent()
        ? "At most " + run.etrnsPerSession().getAsInt() + " ETRNs are accepted in a session."
        : "No limit of ETRNs per session is set.";
  }

  private static Map<String, Object> model(LoadComparison comparison) {
    return Map.of(
        "before", comparison.before().title(),
        "after", comparison.after().title(),
        "caveats", comparison.caveats(),
        "differences",
            comparison.differences().stream().map(LoadComparisonPage::difference).toList());
  }

  private static Map<String, Object> difference(LoadComparison.Difference d) {
    return Map.of(
        "what", d.metric().sentence(),
        "before", d.beforeText(),
        "after", d.afterText(),
        "interval", d.intervalText(),
        "word", d.word(),
        "colour", colour(d));
  }

  /** Returns the class of the verdict that has the colour. */
  private static String colour(LoadComparison.Difference d) {
    return !d.isSeen() ? "" : d.isBetter() ? "PASS" : "FAIL";
  }
}
