package dev.etrn.reports.load;

import dev.etrn.load.measure.Phase;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.run.RateLevel;
import dev.etrn.load.verdict.ThresholdResult;
import dev.etrn.reports.MarkdownText;
import dev.etrn.reports.load.figures.Amount;
import dev.etrn.reports.load.figures.Drift;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The writer of {@code summary.md} of a load run. */
public final class LoadMarkdown {

  private LoadMarkdown() {}

  public static String write(LoadResult result) {
    var out = new StringBuilder();
    out.append("# ETRN load: ").append(MarkdownText.line(result.setup().play().title()));
    out.append(" against ").append(MarkdownText.code(result.target())).append("\n\n");
    for (String reason : result.invalid()) {
      out.append("**Not valid:** ").append(MarkdownText.line(reason)).append(".\n\n");
    }
    out.append(
        String.format(
            Locale.ROOT,
            "%,d sessions in %s; fairness %.3f.\n\n",
            result.began(),
            Amount.run(result.seconds()),
            result.fairness()));
    InjectorText.of(result.injectors()).forEach(line -> out.append("- ").append(line).append('\n'));
    if (result.injectors().size() > 1) {
      out.append('\n');
    }
    thresholds(result, out);
    steps(result, out);
    levels(result, out);
    release(result, out);
    Drift.of(result).forEach(drift -> out.append("- ").append(drift.text()).append('\n'));
    accounts(result.accounts(), out);
    out.append(ConformanceText.markdown(result.conformance()));
    return out.toString();
  }

  private static void thresholds(LoadResult result, StringBuilder out) {
    if (result.checked().isEmpty()) {
      return;
    }
    out.append("| threshold | measured | |\n|---|---|---|\n");
    for (ThresholdResult threshold : result.checked()) {
      out.append("| `").append(threshold.threshold().text()).append("` | ");
      out.append(Amount.of(threshold.threshold().metric(), threshold.actual())).append(" | ");
      out.append(threshold.isMet() ? "met" : "**missed**").append(" |\n");
    }
    out.append('\n');
  }

  private static void steps(LoadResult result, StringBuilder out) {
    out.append("| step | count | p50 | p99 | p99.9 | max |\n|---|---|---|---|---|---|\n");
    for (StepTag tag : result.times().tags()) {
      Histogram values = result.times().total(tag);
      out.append("| ").append(MarkdownText.line(tag.text())).append(" | ");
      out.append(String.format(Locale.ROOT, "%,d", values.getTotalCount())).append(" | ");
      for (double percentile : new double[] {50, 99, 99.9, 100}) {
        out.append(Amount.time(values.getValueAtPercentile(percentile))).append(" | ");
      }
      out.setLength(out.length() - 1);
      out.append('\n');
    }
    out.append('\n');
  }

  private static void levels(LoadResult result, StringBuilder out) {
    if (result.levels().isEmpty()) {
      return;
    }
    out.append("| sessions a second | answered | p99 |\n|---|---|---|\n");
    for (RateLevel level : result.levels()) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %,.0f | %,.0f | %s |\n",
              level.perSecond(),
              level.answered(),
              Amount.time(level.p99Nanos())));
    }
    out.append('\n');
  }

  private static void release(LoadResult result, StringBuilder out) {
    for (Phase phase : Phase.values()) {
      if (result.release().count(phase) > 0) {
        out.append("- ").append(phase.title()).append(": median ");
        out.append(Amount.time(result.release().percentile(phase, 50))).append(", 99 % ");
        out.append(Amount.time(result.release().percentile(phase, 99))).append('\n');
      }
    }
  }

  private static void accounts(DeliveryCounts accounts, StringBuilder out) {
    if (accounts.expected() > 0) {
      out.append(
          String.format(
              Locale.ROOT,
              "- messages: %,d accepted, %,d delivered, %,d lost, %,d doubled, %,d misdelivered\n",
              accounts.expected(),
              accounts.came(),
              accounts.lost(),
              accounts.doubled(),
              accounts.misdelivered()));
    }
  }
}
