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

/** Writes {@code report.html} of load runs that are compared. */
final class LoadComparisonPage {

  private static final double ROOM_ABOVE = 1.05;

  private LoadComparisonPage() {}

  /**
   * @param all of the same run with others; at least one
   */
  static String write(List<LoadComparison> all) {
    List<LoadRecording> runs =
        Stream.concat(Stream.of(all.get(0).before()), all.stream().map(LoadComparison::after))
            .toList();
    List<PopulationSeries> served = served(runs);
    boolean timed = runs.stream().anyMatch(run -> !run.times().tags().isEmpty());
    var plots = new ArrayList<>(plots(served));
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
            "comparisons", all.stream().map(LoadComparisonPage::model).toList(),
            "served", models(runs, served),
            "timed", timed,
            "plots", ScriptData.json(plots)));
  }

  /** One for each run, or none when nobody shares a run with others. */
  private static List<PopulationSeries> served(List<LoadRecording> runs) {
    List<PopulationSeries> all = runs.stream().map(PopulationSeries::in).toList();
    return all.stream().anyMatch(PopulationSeries::isShared) ? all : List.of();
  }

  private static List<Plot> plots(List<PopulationSeries> all) {
    double last = all.stream().flatMap(one -> one.at().stream()).max(Double::compare).orElse(1.0);
    Axis seconds = new Axis("second", Scale.LINEAR, List.of(0.0, last));
    Axis accepted = axis("per second", all.stream().map(PopulationSeries::accepted));
    Axis millis = axis("ms", all.stream().map(one -> one.early().p99()));
    var plots = new ArrayList<Plot>();
    for (int i = 0; i < all.size(); i++) {
      PopulationSeries one = all.get(i);
      plots.add(
          Plot.of("accepted-" + i, seconds, one.at(), accepted, one.accepted()).withFilling());
      plots.add(
          Plot.of("p99-" + i, seconds, one.at(), millis, one.early().p99()).with(one.marks()));
    }
    return plots;
  }

  /** One that is long enough for all of these. */
  private static Axis axis(String label, Stream<List<Line>> lines) {
    double greatest = lines.flatMap(List::stream).mapToDouble(Line::greatest).max().orElse(0);
    return new Axis(label, Scale.LINEAR, List.of(0.0, Math.max(1, greatest * ROOM_ABOVE)));
  }

  private static List<Map<String, Object>> models(
      List<LoadRecording> runs, List<PopulationSeries> served) {
    var models = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < served.size(); i++) {
      models.add(
          Map.of(
              "title", runs.get(i).title(),
              "limit", limit(runs.get(i)),
              "first", served.get(i).early().names(),
              "rows", served.get(i).rows()));
    }
    return models;
  }

  private static String limit(LoadRecording run) {
    return run.etrnsPerSession().isPresent()
        ? "At most " + run.etrnsPerSession().getAsInt() + " ETRNs are accepted in a session."
        : "No limit of ETRNs per session is set.";
  }

  private static Map<String, Object> model(LoadComparison one) {
    return Map.of(
        "before", one.before().title(),
        "after", one.after().title(),
        "caveats", one.caveats(),
        "differences", one.differences().stream().map(LoadComparisonPage::difference).toList());
  }

  private static Map<String, Object> difference(LoadComparison.Difference d) {
    return Map.of(
        "what", d.what().sentence(),
        "before", d.beforeText(),
        "after", d.afterText(),
        "interval", d.intervalText(),
        "word", d.word(),
        "colour", colour(d));
  }

  /** The class of a verdict that has the colour. */
  private static String colour(LoadComparison.Difference d) {
    return !d.isSeen() ? "" : d.isBetter() ? "PASS" : "FAIL";
  }
}
