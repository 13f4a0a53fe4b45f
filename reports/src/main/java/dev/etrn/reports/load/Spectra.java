package dev.etrn.reports.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/** The percentiles of several runs over one axis; numbers only, so never markup. */
final class Spectra {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final int STEPS_PER_NINE = 8;

  private Spectra() {}

  /**
   * @return {@code nines}, where each nine has the same room, and for each run {@code values} in
   *     milliseconds; null beyond what a run has values for
   */
  static String json(List<RecordedLoad> runs) {
    List<Histogram> replies = runs.stream().map(Spectra::replies).toList();
    long most = replies.stream().mapToLong(Histogram::getTotalCount).max().orElse(0);
    double[] nines =
        DoubleStream.iterate(1, n -> n <= most, n -> n * Math.pow(10, 1.0 / STEPS_PER_NINE))
            .toArray();
    ObjectNode data = JsonMapper.builder().build().createObjectNode();
    ArrayNode axis = data.putArray("nines");
    DoubleStream.of(nines).forEach(axis::add);
    ArrayNode values = data.putArray("values");
    for (Histogram one : replies) {
      ArrayNode line = values.addArray();
      for (double nine : nines) {
        if (nine <= one.getTotalCount()) {
          line.add(one.getValueAtPercentile(100 - 100 / nine) / NANOS_PER_MILLI);
        } else {
          line.addNull();
        }
      }
    }
    return data.toString();
  }

  private static Histogram replies(RecordedLoad run) {
    Histogram fromStart = run.times().matching("(?!injector\\.).*\\.RESPONSE\\.[0-9]{3}");
    return fromStart.getTotalCount() > 0
        ? fromStart
        : run.times().matching("(?!injector\\.).*\\.ETRN\\.[0-9]{3}");
  }
}
