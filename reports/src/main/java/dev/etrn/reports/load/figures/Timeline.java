package dev.etrn.reports.load.figures;

import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The timeline of a load run, second by second. */
public final class Timeline {

  private Timeline() {}

  /**
   * The figures of one second of a load run.
   *
   * @param second its number, from 0
   * @param etrns the number of ETRNs that were answered
   * @param errors the number of ETRNs whose reply was awaited and did not come
   * @param p50Nanos the median time from the write of ETRN to its reply; 0 if there was no reply
   * @param p99Nanos the 99th percentile of this time; 0 if there was no reply
   */
  public record Second(long second, long etrns, long errors, long p50Nanos, long p99Nanos) {}

  public static List<Second> of(StepTimes times) {
    return times.seconds().stream().map(second -> second(times, second)).toList();
  }

  private static Second second(StepTimes times, long second) {
    Histogram answered = times.between(second, second + 1, tag -> tag.isEtrn() && tag.isAnswered());
    long written =
        times.between(second, second + 1, tag -> tag.isEtrn() && tag.isWritten()).getTotalCount();
    long total = times.between(second, second + 1, StepTag::isEtrn).getTotalCount();
    return new Second(
        second,
        answered.getTotalCount(),
        total - written - answered.getTotalCount(),
        answered.getTotalCount() == 0 ? 0 : answered.getValueAtPercentile(50),
        answered.getTotalCount() == 0 ? 0 : answered.getValueAtPercentile(99));
  }
}
