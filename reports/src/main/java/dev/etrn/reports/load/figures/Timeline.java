package dev.etrn.reports.load.figures;

import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A run second by second. */
public final class Timeline {

  private Timeline() {}

  /**
   * @param etrns how many were answered
   * @param errors how many were not, though their reply was waited for
   * @param p50Nanos from the write of ETRN to its reply; 0 when there was none
   * @param p99Nanos likewise
   */
  public record Second(long second, long etrns, long errors, long p50Nanos, long p99Nanos) {}

  public static List<Second> of(StepTimes times) {
    return times.seconds().stream().map(second -> second(times, second)).toList();
  }

  private static Second second(StepTimes times, long second) {
    Histogram answered = times.between(second, second + 1, tag -> tag.isEtrn() && tag.isAnswered());
    long written =
        times.between(second, second + 1, tag -> tag.isEtrn() && tag.isWritten()).getTotalCount();
    long all = times.between(second, second + 1, StepTag::isEtrn).getTotalCount();
    return new Second(
        second,
        answered.getTotalCount(),
        all - written - answered.getTotalCount(),
        answered.getTotalCount() == 0 ? 0 : answered.getValueAtPercentile(50),
        answered.getTotalCount() == 0 ? 0 : answered.getValueAtPercentile(99));
  }
}
