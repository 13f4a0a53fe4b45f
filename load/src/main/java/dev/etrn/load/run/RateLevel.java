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
 * One level of a rate that rises.
 *
 * @param perSecond sessions that were to begin in a second
 * @param answered ETRNs that were answered in a second, while it lasted
 * @param p99Nanos within which 99 % of those answers came, from the beginning of their session; 0
 *     without any
 */
public record RateLevel(double perSecond, double answered, long p99Nanos) {

  /** The levels of a run, in their order; empty when its rate does not rise. */
  public static List<RateLevel> of(List<Population> populations, StepTimes times) {
    return populations.stream()
        .filter(one -> one.pace() instanceof Pace.Steps)
        .findFirst()
        .map(one -> of(one.name(), (Pace.Steps) one.pace(), times))
        .orElse(List.of());
  }

  private static List<RateLevel> of(String name, Pace.Steps steps, StepTimes times) {
    return IntStream.range(0, steps.levels()).mapToObj(i -> of(name, steps, i, times)).toList();
  }

  private static RateLevel of(String name, Pace.Steps steps, int index, StepTimes times) {
    double seconds = steps.each().toMillis() / 1e3;
    long from = start(steps.each(), index);
    long to = Math.max(from + 1, start(steps.each(), index + 1));
    Histogram answers = times.between(from, to, tag -> isAnswer(tag, name));
    long p99 = answers.getTotalCount() == 0 ? 0 : answers.getValueAtPercentile(99);
    double answered = answers.getTotalCount() / Math.max(seconds, (double) (to - from));
    return new RateLevel(steps.perSecond() * (index + 1), answered, p99);
  }

  private static boolean isAnswer(StepTag tag, String name) {
    return tag.isOf(name) && tag.isResponse() && tag.isPositive();
  }

  private static long start(Duration each, int index) {
    return each.multipliedBy(index).toSeconds();
  }
}
