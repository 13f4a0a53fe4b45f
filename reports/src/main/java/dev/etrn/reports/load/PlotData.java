package dev.etrn.reports.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.scenario.Script;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** The numbers that the page draws; only numbers and names of populations, so never markup. */
final class PlotData {

  private static final String RESPONSE = "(?!injector\\.).*\\.RESPONSE\\.[0-9]{3}";
  private static final String REPLY = "(?!injector\\.).*\\.ETRN\\.[0-9]{3}";
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int TICKS_PER_HALF = 5;

  private PlotData() {}

  static boolean isFromStart(LoadResult result) {
    return result.times().count(RESPONSE) > 0;
  }

  static String json(LoadResult result) {
    ObjectNode data = JsonMapper.builder().build().createObjectNode();
    timeline(data, result);
    Histogram replies = result.times().matching(isFromStart(result) ? RESPONSE : REPLY);
    ArrayNode nines = data.putArray("nines");
    ArrayNode values = data.putArray("values");
    for (HistogramIterationValue at : replies.percentiles(TICKS_PER_HALF)) {
      double above = 100 - at.getPercentileLevelIteratedTo();
      if (above > 0) {
        // The axis shows 1 / (1 - percentile), so that each nine has the same room.
        nines.add(100 / above);
        values.add(at.getValueIteratedTo() / NANOS_PER_MILLI);
      }
    }
    return data.toString();
  }

  /** Populations that begin later than the others. */
  static List<Map<String, String>> marks(LoadResult result) {
    return asking(result).stream()
        .filter(one -> one.after().compareTo(Duration.ZERO) > 0)
        .map(one -> Map.of("text", "The " + one.name(), "second", "" + one.after().toSeconds()))
        .toList();
  }

  /** What a population that begins later does to the times of the first one. */
  static Optional<String> effect(LoadResult result) {
    Optional<Asking> late =
        asking(result).stream().filter(one -> !one.after().isZero()).findFirst();
    return late.map(
        one -> {
          String first = asking(result).get(0).name();
          long from = one.after().toSeconds();
          long before = p99(result.times(), 0, from, first);
          long during = p99(result.times(), from, Long.MAX_VALUE, first);
          return String.format(
              Locale.ROOT,
              "For the %s, 99 %% of the replies came within %s without the %s, and within %s with"
                  + " it: %.1f times.",
              first,
              Amount.time(before),
              one.name(),
              Amount.time(during),
              before == 0 ? 0.0 : (double) during / before);
        });
  }

  private static void timeline(ObjectNode data, LoadResult result) {
    ArrayNode seconds = data.putArray("seconds");
    ArrayNode etrns = data.putArray("etrns");
    ArrayNode errors = data.putArray("errors");
    for (Timeline.Second second : Timeline.of(result.times())) {
      seconds.add(second.second());
      etrns.add(second.etrns());
      errors.add(second.errors());
    }
    ArrayNode who = data.putArray("who");
    ArrayNode p99 = data.putArray("p99");
    for (Asking population : asking(result)) {
      who.add(population.name());
      ArrayNode line = p99.addArray();
      for (long second : result.times().seconds()) {
        long nanos = p99(result.times(), second, second + 1, population.name());
        if (nanos > 0) {
          line.add(nanos / NANOS_PER_MILLI);
        } else {
          line.addNull();
        }
      }
    }
  }

  /** Who asks, and how long after the start. */
  private record Asking(String name, Duration after) {}

  private static List<Asking> asking(LoadResult result) {
    if (result.setup().play().isSimulation()) {
      return result.times().tags().stream()
          .filter(tag -> tag.matches("[^.]+\\.ETRN\\..*"))
          .map(tag -> tag.substring(0, tag.indexOf('.')))
          .distinct()
          .map(name -> new Asking(name, Duration.ZERO))
          .toList();
    }
    return result.setup().play().workload().populations().stream()
        .filter(one -> one.script() instanceof Script.Ask)
        .map(one -> new Asking(one.name(), one.after()))
        .toList();
  }

  private static long p99(StepTimes times, long from, long to, String who) {
    Histogram values = times.between(from, to, who + "\\.ETRN\\.[0-9]{3}");
    return values.getTotalCount() == 0 ? 0 : values.getValueAtPercentile(99);
  }
}
