package dev.etrn.reports.load;

import dev.etrn.load.measure.Phase;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.run.RateLevel;
import dev.etrn.load.verdict.ThresholdResult;
import dev.etrn.reports.EscapedText;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.html.Page;
import dev.etrn.reports.html.ScriptData;
import dev.etrn.reports.load.figures.Amount;
import dev.etrn.reports.load.figures.Drift;
import dev.etrn.reports.load.figures.PercentilePlot;
import dev.etrn.reports.load.figures.PopulationSeries;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The writer of {@code report.html} of a load run: one page that holds the code of its plots. */
public final class LoadPage {

  private LoadPage() {}

  public static String write(LoadResult result, ToolInfo tool) {
    return Page.of("load.ftlh", model(result, tool));
  }

  private static Map<String, Object> model(LoadResult result, ToolInfo tool) {
    PopulationSeries series = PopulationSeries.in(result);
    var model = new HashMap<String, Object>();
    model.put("tool", Map.of("version", tool.version(), "java", tool.java()));
    model.put("scenario", EscapedText.line(result.setup().play().title()));
    model.put("sentence", upper(result.setup().play().sentence()));
    model.put("target", EscapedText.line(result.target()));
    model.put("startedAt", result.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    model.put("took", Amount.run(result.seconds()));
    model.put("began", grouped(result.began()));
    model.put("invalid", result.invalid().stream().map(EscapedText::line).toList());
    model.put("thresholds", result.checked().stream().map(LoadPage::threshold).toList());
    model.put("marks", LoadPlots.marks(result));
    model.put("fromStart", PercentilePlot.isFromStart(result.times()));
    model.put("steps", result.times().tags().stream().map(tag -> step(result, tag)).toList());
    model.put("releases", Stream.of(Phase.values()).flatMap(p -> release(result, p)).toList());
    model.put("levels", result.levels().stream().map(LoadPage::level).toList());
    model.put("partners", result.shares().size());
    model.put("fairness", number(result.fairness(), 3));
    model.put("drift", Drift.of(result).stream().map(Drift::text).toList());
    model.put("conformance", ConformanceModel.of(result.conformance()));
    model.put("plots", ScriptData.json(LoadPlots.of(result)));
    model.put("served", series.isShared() ? series.rows() : List.of());
    LoadPlots.effect(result).ifPresent(text -> model.put("effect", text));
    if (result.accounts().expected() > 0) {
      model.put("messages", messages(result.accounts()));
    }
    result
        .used()
        .ifPresent(
            used ->
                model.put(
                    "used",
                    Map.of(
                        "cpu", number(used.cpu().toMillis() / 1e3, 1),
                        "memory", grouped(used.residentBytes() >> 20),
                        "peak", grouped(used.peakBytes() >> 20))));
    return model;
  }

  private static Map<String, Object> threshold(ThresholdResult threshold) {
    return Map.of(
        "text", threshold.threshold().text(),
        "actual", Amount.of(threshold.threshold().metric(), threshold.actual()),
        "sentence", threshold.threshold().metric().sentence(),
        "met", threshold.isMet());
  }

  private static Map<String, Object> step(LoadResult result, StepTag tag) {
    Histogram values = result.times().total(tag);
    return Map.of(
        "who", tag.population(),
        "step", tag.stepName(),
        "outcome", tag.outcome().text(),
        "count", grouped(values.getTotalCount()),
        "times",
            Stream.of(50.0, 90.0, 99.0, 99.9, 100.0)
                .map(percentile -> Amount.time(values.getValueAtPercentile(percentile)))
                .toList());
  }

  private static Map<String, String> level(RateLevel level) {
    return Map.of(
        "rate", number(level.perSecond(), 0),
        "answered", number(level.answered(), 0),
        "p99", Amount.time(level.p99Nanos()));
  }

  private static Stream<Map<String, String>> release(LoadResult result, Phase phase) {
    var times = result.release();
    return times.count(phase) == 0
        ? Stream.empty()
        : Stream.of(
            Map.of(
                "title", phase.title(),
                "count", grouped(times.count(phase)),
                "p50", Amount.time(times.percentile(phase, 50)),
                "p99", Amount.time(times.percentile(phase, 99)),
                "max", Amount.time(times.max(phase))));
  }

  private static Map<String, Object> messages(DeliveryCounts accounts) {
    return Map.of(
        "expected", grouped(accounts.expected()),
        "came", grouped(accounts.came()),
        "lost", grouped(accounts.lost()),
        "doubled", grouped(accounts.doubled()),
        "misdelivered", grouped(accounts.misdelivered()),
        "fine", accounts.lost() + accounts.doubled() + accounts.misdelivered() == 0);
  }

  private static String upper(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String number(double number, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", number);
  }
}
