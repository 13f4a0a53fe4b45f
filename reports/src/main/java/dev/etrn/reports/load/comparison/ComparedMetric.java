package dev.etrn.reports.load.comparison;

import dev.etrn.load.verdict.Metric;
import dev.etrn.reports.load.figures.Timeline;
import java.util.List;
import java.util.function.ToLongFunction;

/** What is compared of two load runs, second by second. */
public enum ComparedMetric {
  RATE("ETRNs answered in a second", Metric.RATE, true),
  P50("median reply of a second", Metric.P50, false),
  P99("99 % of the replies of a second within", Metric.P99, false),
  ERRORS("share of ETRNs without an answer", Metric.ERRORS, false);

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

  /** Whose unit the values have. */
  Metric metric() {
    return metric;
  }

  boolean isMoreBetter() {
    return isMoreBetter;
  }

  double of(List<Timeline.Second> seconds) {
    return switch (this) {
      case RATE -> rate(seconds);
      case P50 -> median(seconds, Timeline.Second::p50Nanos);
      case P99 -> median(seconds, Timeline.Second::p99Nanos);
      case ERRORS -> errors(seconds);
    };
  }

  private static double rate(List<Timeline.Second> all) {
    return all.stream().mapToLong(Timeline.Second::etrns).average().orElse(0);
  }

  private static double errors(List<Timeline.Second> all) {
    double errors = all.stream().mapToLong(Timeline.Second::errors).sum();
    double sum = errors + all.stream().mapToLong(Timeline.Second::etrns).sum();
    return sum == 0 ? 0 : errors / sum;
  }

  /** Over the seconds that have an answer. */
  private static double median(List<Timeline.Second> all, ToLongFunction<Timeline.Second> nanos) {
    long[] sorted = all.stream().mapToLong(nanos).filter(n -> n > 0).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length == 0
        ? 0
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }
}
