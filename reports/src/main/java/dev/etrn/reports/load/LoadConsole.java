package dev.etrn.reports.load;

import dev.etrn.load.measure.Phase;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.run.RateLevel;
import dev.etrn.load.verdict.ThresholdResult;
import dev.etrn.reports.load.figures.Amount;
import dev.etrn.reports.load.figures.Drift;
import dev.etrn.reports.load.figures.PercentilePlot;
import java.io.PrintWriter;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The console output of a load run. */
public final class LoadConsole {

  private final PrintWriter out;

  public LoadConsole(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints the figures and the verdicts.
   *
   * @param directory the directory that holds the files
   */
  public void print(LoadResult result, String directory) {
    out.println();
    out.printf(Locale.ROOT, "%-32s %9s %10s %10s %10s%n", "step", "count", "p50", "p99", "max");
    for (StepTag tag : result.times().tags()) {
      Histogram values = result.times().total(tag);
      out.printf(
          Locale.ROOT,
          "%-32s %,9d %10s %10s %10s%n",
          tag.text(),
          values.getTotalCount(),
          Amount.time(values.getValueAtPercentile(50)),
          Amount.time(values.getValueAtPercentile(99)),
          Amount.time(values.getMaxValue()));
    }
    if (PercentilePlot.isFromStart(result.times())) {
      out.println(
          "RESPONSE: from the planned start of a session to the reply to ETRN; thresholds from p50"
              + " to max apply to it");
    }
    levels(result);
    release(result);
    accounts(result.accounts());
    result
        .used()
        .ifPresent(
            used ->
                out.printf(
                    Locale.ROOT,
                    "the target used %.1f s of CPU, %,d MiB of memory, %,d at most%n",
                    used.cpu().toMillis() / 1e3,
                    used.residentBytes() >> 20,
                    used.peakBytes() >> 20));
    InjectorText.of(result.injectors()).forEach(out::println);
    counts(result, directory);
  }

  /** Prints only the verdicts. */
  public void counts(LoadResult result, String directory) {
    out.printf(
        Locale.ROOT,
        "%n%s against %s: %,d sessions in %s, fairness %.3f%n",
        result.setup().play().title(),
        result.target(),
        result.began(),
        Amount.run(result.seconds()),
        result.fairness());
    Drift.of(result).forEach(drift -> out.println(drift.text()));
    ConformanceText.lines(result.conformance()).forEach(out::println);
    result.invalid().forEach(reason -> out.println("NOT VALID: " + reason));
    for (ThresholdResult threshold : result.checked()) {
      out.printf(
          "%-7s %s: %s%n",
          threshold.isMet() ? "met" : "MISSED",
          threshold.threshold().text(),
          Amount.of(threshold.threshold().metric(), threshold.actual()));
    }
    out.println("The report is in " + directory);
    out.flush();
  }

  private void levels(LoadResult result) {
    for (RateLevel level : result.levels()) {
      out.printf(
          Locale.ROOT,
          "%,8.0f sessions a second: %,.0f answered, 99 %% within %s%n",
          level.perSecond(),
          level.answered(),
          Amount.time(level.p99Nanos()));
    }
  }

  private void release(LoadResult result) {
    for (Phase phase : Phase.values()) {
      if (result.release().count(phase) > 0) {
        out.printf(
            "%s: median %s, 99 %% %s%n",
            phase.title(),
            Amount.time(result.release().percentile(phase, 50)),
            Amount.time(result.release().percentile(phase, 99)));
      }
    }
  }

  private void accounts(DeliveryCounts accounts) {
    if (accounts.expected() > 0) {
      out.printf(
          Locale.ROOT,
          "messages: %,d accepted, %,d delivered, %,d lost, %,d doubled, %,d misdelivered%n",
          accounts.expected(),
          accounts.came(),
          accounts.lost(),
          accounts.doubled(),
          accounts.misdelivered());
    }
  }
}
