package dev.etrn.load.run;

import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * A level of a rising rate.
 *
 * @param perSecond the number of sessions that were to begin in a second
 * @param answered the number of ETRNs that were answered in a second of this level
 * @param p99Nanos the 99th percentile of the time from the due start of a session to its answer; 0
 *     without any answer
 */
public record RateLevel(double perSecond, double answered, long p99Nanos) {

  /** Returns the levels of a run in order; empty if its rate does not rise. */
  public static List<RateLevel> of(List<Population> populations, StepTimes times) {
    return populations.stream()
        .filter(population -> population.pace() instanceof Pace.Steps)
        .findFirst()
        .map(population -> of(population.name(), (Pace.Steps) population.pace(), times))
        .orElse(List.of());
  }

  private static List<RateLevel> of(String name, Pace.Steps steps, StepTimes times) {
    return IntStream.range(0, steps.levels()).mapToObj(i -> of(name, steps, i, times)).toList();
  }

  private static RateLevel of(String name, Pace.Steps steps, int index, StepTimes times) {
    double seconds = steps.each().toMillis() / 1e3;
    long firstSecond = start(steps.each(), index);
    long endSecond = Math.max(firstSecond + 1, start(steps.each(), index + 1));
    Histogram answers = times.between(firstSecond, endSecond, tag -> isAnswer(tag, name));
    long p99 = answers.getTotalCount() == 0 ? 0 : answers.getValueAtPercentile(99);
    double answered =
        answers.getTotalCount() / Math.max(seconds, (double) (endSecond - firstSecond));
    return new RateLevel(steps.perSecond() * (index + 1), answered, p99);
  }

  private static boolean isAnswer(StepTag tag, String name) {
    return tag.isOf(name) && tag.isResponse() && tag.isPositive();
  }

  private static long start(Duration each, int index) {
    return each.multipliedBy(index).toSeconds();
  }
}
