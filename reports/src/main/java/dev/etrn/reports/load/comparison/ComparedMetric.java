package dev.etrn.reports.load.comparison;

import dev.etrn.load.verdict.Metric;
import dev.etrn.reports.load.figures.Timeline;
import java.util.List;
import java.util.function.ToLongFunction;

/** A metric by which two load runs are compared, second by second. */
public enum ComparedMetric {
  RATE("ETRNs answered in each second", Metric.RATE, true),
  P50("median reply time of each second", Metric.P50, false),
  P99("99 % of the replies of each second within", Metric.P99, false),
  ERRORS("share of ETRNs without a reply", Metric.ERRORS, false);

  private final String sentence;
  private final Metric metric;
  private final boolean isMoreBetter;

  ComparedMetric(String sentence, Metric metric, boolean isMoreBetter) {
    this.sentence = sentence;
    this.metric = metric;
    this.isMoreBetter = isMoreBetter;
  }

  public String sentence() {
    return sentence;
  }

  /** Returns the metric that has the unit of the values. */
  Metric metric() {
    return metric;
  }

  boolean isMoreBetter() {
    return isMoreBetter;
  }

  double value(List<Timeline.Second> seconds) {
    return switch (this) {
      case RATE -> rate(seconds);
      case P50 -> median(seconds, Timeline.Second::p50Nanos);
      case P99 -> median(seconds, Timeline.Second::p99Nanos);
      case ERRORS -> errors(seconds);
    };
  }

  private static double rate(List<Timeline.Second> seconds) {
    return seconds.stream().mapToLong(Timeline.Second::etrns).average().orElse(0);
  }

  private static double errors(List<Timeline.Second> seconds) {
    double errors = seconds.stream().mapToLong(Timeline.Second::errors).sum();
    double sum = errors + seconds.stream().mapToLong(Timeline.Second::etrns).sum();
    return sum == 0 ? 0 : errors / sum;
  }

  /** Returns the median over the seconds that have a reply. */
  private static double median(
      List<Timeline.Second> seconds, ToLongFunction<Timeline.Second> nanos) {
    long[] sorted = seconds.stream().mapToLong(nanos).filter(n -> n > 0).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length == 0
        ? 0
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }
}
