package dev.etrn.reports.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.load.measure.Phase;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.run.ResourceUse;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.verdict.ThresholdResult;
import dev.etrn.reports.JsonText;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.load.figures.Drift;
import dev.etrn.reports.load.figures.Timeline;
import org.HdrHistogram.Histogram;

/** The writer of {@code load.json}, as in {@code load.schema.json}; times are in nanoseconds. */
public final class LoadJson {

  private static final int SCHEMA = 1;

  private LoadJson() {}

  public static String write(LoadResult result, ToolInfo tool) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.putObject("tool")
        .put("version", tool.version())
        .put("commit", tool.commit())
        .put("java", tool.java());
    root.put("scenario", result.setup().play().title());
    root.put("startedAt", result.startedAt().toString());
    root.put("seconds", result.seconds());
    root.putObject("target").put("name", result.target()).put("image", result.image());
    options(root.putObject("options"), result.setup().options());
    root.putObject("sessions").put("began", result.began()).put("ended", result.ended());
    InjectorsJson.write(root.putArray("injectors"), result.injectors());
    ArrayNode invalid = root.putArray("invalid");
    result.invalid().forEach(invalid::add);
    steps(root.putObject("steps"), result);
    timeline(root.putArray("timeline"), result);
    ArrayNode levels = root.putArray("levels");
    result
        .levels()
        .forEach(
            level ->
                levels
                    .addObject()
                    .put("perSecond", level.perSecond())
                    .put("answered", level.answered())
                    .put("p99", level.p99Nanos()));
    ObjectNode drift = root.putObject("drift");
    Drift.of(result)
        .forEach(
            metric ->
                drift
                    .putObject(metric.key())
                    .put("perSecond", metric.trend().slope())
                    .put("low", metric.trend().low())
                    .put("high", metric.trend().high()));
    release(root.putObject("release"), result);
    accounts(root.putObject("messages"), result.accounts());
    ObjectNode fairness = root.putObject("fairness").put("jain", result.fairness());
    ObjectNode shares = fairness.putObject("accepted");
    result.shares().forEach(shares::put);
    result.used().ifPresent(used -> used(root.putObject("used"), used));
    ConformanceJson.write(result.conformance(), root.putObject("conformance"));
    thresholds(root.putArray("thresholds"), result);
    return JsonText.of(root);
  }

  private static void options(ObjectNode node, LoadOptions options) {
    options.rate().ifPresent(n -> node.put("rate", n));
    options.users().ifPresent(n -> node.put("users", n));
    node.put("duration", options.duration().toString());
    options.nodes().ifPresent(n -> node.put("nodes", n));
    options.messages().ifPresent(n -> node.put("messages", n));
    options.etrnsPerSession().ifPresent(n -> node.put("etrnsPerSession", n));
  }

  private static void steps(ObjectNode node, LoadResult result) {
    for (StepTag tag : result.times().tags()) {
      ObjectNode step = node.putObject(tag.text());
      step.put("population", tag.population())
          .put("step", tag.stepName())
          .put("outcome", tag.outcome().text());
      tag.code().ifPresent(code -> step.put("code", code));
      times(step, result.times().total(tag));
    }
  }

  private static void timeline(ArrayNode node, LoadResult result) {
    for (Timeline.Second second : Timeline.of(result.times())) {
      node.addObject()
          .put("second", second.second())
          .put("etrns", second.etrns())
          .put("errors", second.errors())
          .put("p50", second.p50Nanos())
          .put("p99", second.p99Nanos());
    }
  }

  private static void release(ObjectNode node, LoadResult result) {
    for (Phase phase : Phase.values()) {
      if (result.release().count(phase) > 0) {
        node.putObject(phase.name())
            .put("count", result.release().count(phase))
            .put("p50", result.release().percentile(phase, 50))
            .put("p99", result.release().percentile(phase, 99))
            .put("max", result.release().max(phase));
      }
    }
  }

  private static void accounts(ObjectNode node, DeliveryCounts accounts) {
    node.put("expected", accounts.expected())
        .put("came", accounts.came())
        .put("lost", accounts.lost())
        .put("doubled", accounts.doubled())
        .put("misdelivered", accounts.misdelivered())
        .put("unknown", accounts.unknown());
  }

  private static void used(ObjectNode node, ResourceUse used) {
    node.put("cpuSeconds", used.cpu().toNanos() / 1e9)
        .put("residentBytes", used.residentBytes())
        .put("peakBytes", used.peakBytes());
    ArrayNode course = node.putArray("memory");
    used.course()
        .forEach(
            sample ->
                course
                    .addObject()
                    .put("seconds", sample.seconds())
                    .put("residentBytes", sample.residentBytes()));
  }

  private static void thresholds(ArrayNode node, LoadResult result) {
    for (ThresholdResult checked : result.checked()) {
      ObjectNode threshold = node.addObject();
      threshold.put("expression", checked.threshold().text());
      threshold.put("metric", checked.threshold().metric().title());
      checked.actual().ifPresent(actual -> threshold.put("actual", actual));
      threshold.put("met", checked.isMet());
    }
  }

  private static void times(ObjectNode node, Histogram values) {
    node.put("count", values.getTotalCount())
        .put("p50", values.getValueAtPercentile(50))
        .put("p90", values.getValueAtPercentile(90))
        .put("p99", values.getValueAtPercentile(99))
        .put("p999", values.getValueAtPercentile(99.9))
        .put("max", values.getMaxValue());
  }
}
