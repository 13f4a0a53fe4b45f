package dev.etrn.load.measure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * The times of the steps of all sessions, as one or more interval logs hold them; in nanoseconds.
 *
 * <p>Logs of several injectors merge without loss: histograms of the same tag and second are added.
 */
public final class StepTimes {

  private final Map<StepTag, Histogram> totals = new HashMap<>();
  private final NavigableMap<Long, Map<StepTag, Histogram>> bySecond = new TreeMap<>();

  /**
   * Reads the logs that {@link IntervalLog} wrote.
   *
   * @throws IOException when one cannot be read, or holds a tag that is not a {@link StepTag}
   */
  public static StepTimes read(List<Path> logs) throws IOException {
    var times = new StepTimes();
    for (Path log : logs) {
      times.add(log.toFile());
    }
    return times;
  }

  /**
   * Returns the times of several injectors, as if one injector had recorded them all; empty times
   * if there is none.
   */
  public static StepTimes merged(List<StepTimes> parts) {
    var times = new StepTimes();
    for (StepTimes part : parts) {
      part.totals.forEach((tag, values) -> sum(times.totals, tag, values));
      part.bySecond.forEach(
          (second, tags) -> tags.forEach((tag, values) -> times.at(second, tag, values)));
    }
    return times;
  }

  /** Returns all values with a tag; an empty histogram if there is no such tag. */
  public Histogram total(StepTag tag) {
    Histogram values = totals.get(tag);
    return values == null ? new Histogram(IntervalLog.DIGITS) : values.copy();
  }

  /** Returns the tags that have values, sorted by their text. */
  public List<StepTag> tags() {
    return totals.keySet().stream().sorted(Comparator.comparing(StepTag::text)).toList();
  }

  /** Returns the values of all matching tags, in one histogram. */
  public Histogram matching(Predicate<StepTag> tags) {
    var sum = new Histogram(IntervalLog.DIGITS);
    totals.forEach((tag, values) -> addIf(tags.test(tag), sum, values));
    return sum;
  }

  /** Returns the number of values of all matching tags. */
  public long count(Predicate<StepTag> tags) {
    return matching(tags).getTotalCount();
  }

  /** Returns the seconds of the run that have values, in order; the first is 0. */
  public List<Long> seconds() {
    return bySecond.keySet().stream().map(second -> second - first()).toList();
  }

  /**
   * Returns the values of all matching tags in the seconds from {@code start}, inclusive, to {@code
   * end}, exclusive.
   */
  public Histogram between(long start, long end, Predicate<StepTag> tags) {
    var sum = new Histogram(IntervalLog.DIGITS);
    bySecond.forEach(
        (second, values) -> {
          if (second - first() >= start && second - first() < end) {
            values.forEach((tag, histogram) -> addIf(tags.test(tag), sum, histogram));
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
        StepTag tag = tag(log, Optional.ofNullable(next.getTag()).orElse(""));
        long second = Math.round(next.getStartTimeStamp() / 1000.0 - reader.getStartTimeSec());
        sum(totals, tag, values);
        at(Math.max(0, second), tag, values);
      }
    }
  }

  private static StepTag tag(File log, String text) throws IOException {
    try {
      return StepTag.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          log.getName()
              + " has the tag '"
              + text
              + "', which this version of etrn does not know: use the version that wrote it",
          e);
    }
  }

  private void at(long second, StepTag tag, Histogram values) {
    sum(bySecond.computeIfAbsent(second, s -> new HashMap<>()), tag, values);
  }

  private static void sum(Map<StepTag, Histogram> sums, StepTag tag, Histogram values) {
    sums.computeIfAbsent(tag, t -> new Histogram(IntervalLog.DIGITS)).add(values);
  }

  private static void addIf(boolean matches, Histogram sum, Histogram values) {
    if (matches) {
      sum.add(values);
    }
  }
}
