package dev.etrn.reports.load.figures;

import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.reports.html.Plot;
import dev.etrn.reports.html.Plot.Axis;
import dev.etrn.reports.html.Plot.Line;
import dev.etrn.reports.html.Plot.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The plot of the percentiles of one or more runs. */
public final class PercentilePlot {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final int STEPS_PER_NINE = 8;

  private PercentilePlot() {}

  /** Returns true if times count from the planned start of a session. */
  public static boolean isFromStart(StepTimes times) {
    return times.count(StepTag::isResponse) > 0;
  }

  /**
   * Returns a plot with a line in milliseconds for each run, which ends with the values of the run.
   *
   * @param names the names of the runs
   */
  public static Plot plot(List<String> names, List<StepTimes> runs, Scale millis) {
    List<Histogram> replies = runs.stream().map(PercentilePlot::replies).toList();
    long most = replies.stream().mapToLong(Histogram::getTotalCount).max().orElse(0);
    List<Double> nines =
        DoubleStream.iterate(1, n -> n <= most, n -> n * Math.pow(10, 1.0 / STEPS_PER_NINE))
            .boxed()
            .toList();
    var lines = new ArrayList<Line>();
    for (int i = 0; i < names.size(); i++) {
      lines.add(line(names.get(i), replies.get(i), nines));
    }
    return Plot.of(
        "spectrum", Axis.of("percentile", Scale.NINES), nines, Axis.of("ms", millis), lines);
  }

  private static Line line(String name, Histogram replies, List<Double> nines) {
    List<@Nullable Double> values = new ArrayList<>();
    for (double nine : nines) {
      values.add(
          nine <= replies.getTotalCount()
              ? replies.getValueAtPercentile(100 - 100 / nine) / NANOS_PER_MILLI
              : null);
    }
    return new Line(name, values);
  }

  private static Histogram replies(StepTimes times) {
    return isFromStart(times)
        ? times.matching(StepTag::isResponse)
        : times.matching(tag -> tag.isEtrn() && tag.isAnswered());
  }
}
