package dev.etrn.load.measure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * The times of the steps of all sessions, as one or more interval logs hold them; in nanoseconds.
 *
 * <p>Logs of several injectors merge without loss: histograms of the same tag and second are added.
 */
public final class StepTimes {

  private final Map<String, Histogram> totals = new TreeMap<>();
  private final NavigableMap<Long, Map<String, Histogram>> bySecond = new TreeMap<>();

  /** Reads the logs that {@link IntervalLog} wrote. */
  public static StepTimes read(List<Path> logs) throws IOException {
    var times = new StepTimes();
    for (Path log : logs) {
      times.add(log.toFile());
    }
    return times;
  }

  /** Those of several injectors, as if one had recorded them all; of none when there is none. */
  public static StepTimes merged(List<StepTimes> all) {
    var times = new StepTimes();
    for (StepTimes one : all) {
      one.totals.forEach((tag, values) -> sum(times.totals, tag, values));
      one.bySecond.forEach(
          (second, tags) -> tags.forEach((tag, values) -> times.at(second, tag, values)));
    }
    return times;
  }

  /** All values with a tag, such as {@code partners.ETRN.250}; none when there is no such tag. */
  public Histogram total(String tag) {
    Histogram values = totals.get(tag);
    return values == null ? new Histogram(IntervalLog.DIGITS) : values.copy();
  }

  /** The tags that have values, sorted. */
  public List<String> tags() {
    return List.copyOf(totals.keySet());
  }

  /** All values whose tag matches a regular expression, together. */
  public Histogram matching(String pattern) {
    var sum = new Histogram(IntervalLog.DIGITS);
    totals.forEach((tag, values) -> addIf(tag.matches(pattern), sum, values));
    return sum;
  }

  /** How many values have a tag that matches. */
  public long count(String pattern) {
    return matching(pattern).getTotalCount();
  }

  /** The seconds of the run that have values, in order; the first is 0. */
  public List<Long> seconds() {
    return bySecond.keySet().stream().map(second -> second - first()).toList();
  }

  /** The values of seconds {@code from} to before {@code to} whose tag matches. */
  public Histogram between(long from, long to, String pattern) {
    var sum = new Histogram(IntervalLog.DIGITS);
    bySecond.forEach(
        (second, values) -> {
          if (second - first() >= from && second - first() < to) {
            values.forEach((tag, one) -> addIf(tag.matches(pattern), sum, one));
          }
        });
    return sum;
  }

  private long first() {
    return bySecond.isEmpty() ? 0 : bySecond.firstKey();
  }

  private void add(File log) throws IOException {
    try (var reader = new HistogramLogReader(log)) {
      EncodableHistogram next;
      while ((next = reader.nextIntervalHistogram()) != null) {
        var values = (Histogram) next;
        String tag = Optional.ofNullable(next.getTag()).orElse("");
        long second = Math.round(next.getStartTimeStamp() / 1000.0 - reader.getStartTimeSec());
        sum(totals, tag, values);
        at(Math.max(0, second), tag, values);
      }
    }
  }

  private void at(long second, String tag, Histogram values) {
    sum(bySecond.computeIfAbsent(second, s -> new TreeMap<>()), tag, values);
  }

  private static void sum(Map<String, Histogram> sums, String tag, Histogram values) {
    sums.computeIfAbsent(tag, t -> new Histogram(IntervalLog.DIGITS)).add(values);
  }

  private static void addIf(boolean matches, Histogram sum, Histogram values) {
    if (matches) {
      sum.add(values);
    }
  }
}
