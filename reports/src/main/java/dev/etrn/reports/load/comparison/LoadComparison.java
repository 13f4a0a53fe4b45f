package dev.etrn.reports.load.comparison;

import dev.etrn.load.measure.BlockBootstrap;
import dev.etrn.load.measure.BlockBootstrap.Interval;
import dev.etrn.reports.EscapedText;
import dev.etrn.reports.load.figures.Amount;
import dev.etrn.reports.load.figures.LoadRecording;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The comparison of two load runs.
 *
 * @param before the run that the other one is compared with
 * @param after the run that is compared
 * @param differences the differences; empty if a run is too short to compare
 */
public record LoadComparison(
    LoadRecording before, LoadRecording after, List<Difference> differences) {

  /** The length of the shortest run for which an interval can be estimated. */
  public static final int FEWEST_SECONDS = 8;

  /**
   * The difference of one metric.
   *
   * @param metric the metric
   * @param before its value in the earlier run
   * @param after its value in the later run
   * @param interval the 95 % interval of {@code after - before}
   */
  public record Difference(ComparedMetric metric, double before, double after, Interval interval) {

    /** Returns the judgement in a word or two. */
    public String word() {
      return !isSeen() ? "no difference seen" : isBetter() ? "better" : "worse";
    }

    /** Returns true if chance alone hardly explains the difference. */
    boolean isSeen() {
      return interval.excludesZero();
    }

    boolean isBetter() {
      return after > before == metric.isMoreBetter();
    }

    String beforeText() {
      return amount(before);
    }

    String afterText() {
      return amount(after);
    }

    /** Returns the interval, such as {@code -1.20 ms to +3.00 ms}. */
    String intervalText() {
      return signed(interval.low()) + " to " + signed(interval.high());
    }

    private String signed(double value) {
      return (value < 0 ? "-" : "+") + amount(Math.abs(value));
    }

    private String amount(double value) {
      return Amount.of(metric.metric(), OptionalDouble.of(value));
    }
  }

  public LoadComparison {
    differences = List.copyOf(differences);
  }

  public static LoadComparison of(LoadRecording before, LoadRecording after) {
    boolean isEnough = Math.min(before.seconds().size(), after.seconds().size()) >= FEWEST_SECONDS;
    return new LoadComparison(
        before,
        after,
        isEnough
            ? Stream.of(ComparedMetric.values())
                .map(metric -> difference(metric, before, after))
                .toList()
            : List.of());
  }

  /** Returns the reasons why the comparison says less than it seems to. */
  public List<String> caveats() {
    Stream<String> invalid =
        Stream.of(before, after)
            .filter(run -> !run.invalid().isEmpty())
            .map(run -> run.name() + " is not valid: " + String.join("; ", run.invalid()));
    Stream<String> scenarios =
        before.scenario().equals(after.scenario())
            ? Stream.empty()
            : Stream.of("the scenarios differ: " + before.scenario() + " and " + after.scenario());
    Stream<String> options =
        before.options().equals(after.options())
            ? Stream.empty()
            : Stream.of("the options differ: " + before.options() + "; and " + after.options());
    Stream<String> tooShort =
        differences.isEmpty()
            ? Stream.of(
                "runs of fewer than "
                    + (FEWEST_SECONDS + 2)
                    + " seconds are too short to compare; set a longer --duration")
            : Stream.empty();
    return Stream.of(invalid, scenarios, options, tooShort)
        .flatMap(caveats -> caveats)
        .map(EscapedText::line)
        .toList();
  }

  private static Difference difference(
      ComparedMetric metric, LoadRecording before, LoadRecording after) {
    return new Difference(
        metric,
        metric.value(before.seconds()),
        metric.value(after.seconds()),
        BlockBootstrap.difference(before.seconds(), after.seconds(), metric::value));
  }
}
