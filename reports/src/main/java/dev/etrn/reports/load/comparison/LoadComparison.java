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
 * A load run beside the one that it is compared with.
 *
 * @param differences empty when one of them is too short to say anything
 */
public record LoadComparison(
    LoadRecording before, LoadRecording after, List<Difference> differences) {

  /** Of fewer seconds an interval would claim more than is known. */
  public static final int FEWEST_SECONDS = 8;

  /**
   * @param interval of {@code after - before}, 95 %
   */
  public record Difference(ComparedMetric what, double before, double after, Interval interval) {

    /** What to make of it, in a word or two. */
    public String word() {
      return !isSeen() ? "no difference seen" : isBetter() ? "better" : "worse";
    }

    /** Whether chance alone hardly makes it. */
    boolean isSeen() {
      return interval.excludesZero();
    }

    boolean isBetter() {
      return after > before == what.isMoreBetter();
    }

    String beforeText() {
      return amount(before);
    }

    String afterText() {
      return amount(after);
    }

    /** Such as {@code -1.20 ms to +3.00 ms}. */
    String intervalText() {
      return signed(interval.low()) + " to " + signed(interval.high());
    }

    private String signed(double value) {
      return (value < 0 ? "-" : "+") + amount(Math.abs(value));
    }

    private String amount(double value) {
      return Amount.of(what.metric(), OptionalDouble.of(value));
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
                .map(what -> difference(what, before, after))
                .toList()
            : List.of());
  }

  /** What makes it say less than it seems to; empty when nothing does. */
  public List<String> caveats() {
    Stream<String> invalid =
        Stream.of(before, after)
            .filter(run -> !run.invalid().isEmpty())
            .map(run -> run.name() + " is not valid: " + String.join("; ", run.invalid()));
    Stream<String> other =
        before.scenario().equals(after.scenario())
            ? Stream.empty()
            : Stream.of("the scenarios differ: " + before.scenario() + " and " + after.scenario());
    Stream<String> asked =
        before.options().equals(after.options())
            ? Stream.empty()
            : Stream.of(
                "what was asked for differs: " + before.options() + "; and " + after.options());
    Stream<String> few =
        differences.isEmpty()
            ? Stream.of(
                "runs of fewer than "
                    + (FEWEST_SECONDS + 2)
                    + " seconds are too short to compare; give --duration more")
            : Stream.empty();
    return Stream.of(invalid, other, asked, few)
        .flatMap(one -> one)
        .map(EscapedText::line)
        .toList();
  }

  private static Difference difference(
      ComparedMetric what, LoadRecording before, LoadRecording after) {
    return new Difference(
        what,
        what.of(before.seconds()),
        what.of(after.seconds()),
        BlockBootstrap.difference(before.seconds(), after.seconds(), what::of));
  }
}
