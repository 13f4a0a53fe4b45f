package dev.etrn.reports.load.figures;

import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.SessionScript;
import dev.etrn.reports.EscapedText;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/**
 * A population that sends ETRN.
 *
 * @param name its name in the plan
 * @param firstSecond the second of the run in which it begins
 */
public record EtrnPopulation(String name, long firstSecond) {

  /**
   * Returns the populations in the order of the plan. One that was to begin later begins with its
   * first time; a simulation has no plan, and all its populations begin at once.
   */
  public static List<EtrnPopulation> in(LoadResult result) {
    if (result.setup().play().isSimulation()) {
      return names(result.times()).stream().map(name -> new EtrnPopulation(name, 0)).toList();
    }
    return result.setup().play().workload().populations().stream()
        .filter(planned -> planned.script() instanceof SessionScript.Ask)
        .map(planned -> new EtrnPopulation(planned.name(), begin(planned, result.times())))
        .toList();
  }

  /** Returns the populations in the times of a run, the earliest first. */
  public static List<EtrnPopulation> in(StepTimes times) {
    return names(times).stream()
        .map(name -> new EtrnPopulation(name, firstEtrn(name, times).orElse(0)))
        .sorted(Comparator.comparingLong(EtrnPopulation::firstSecond))
        .toList();
  }

  /** Returns the name, escaped for output. */
  public String title() {
    return EscapedText.line(name);
  }

  /** Returns the number of ETRNs accepted from second {@code begin} to before {@code end}. */
  long accepted(StepTimes times, long begin, long end) {
    return between(times, begin, end, StepTag::isAccepted).getTotalCount();
  }

  /** Returns the number of ETRNs that were answered but not accepted, in the whole run. */
  long refused(StepTimes times) {
    return between(times, 0, Long.MAX_VALUE, tag -> tag.isAnswered() && !tag.isAccepted())
        .getTotalCount();
  }

  /**
   * Returns the nanoseconds within which 99 % of the ETRNs from second {@code begin} to before
   * {@code end} were answered; empty if none was.
   */
  public OptionalLong p99(StepTimes times, long begin, long end) {
    Histogram answered = between(times, begin, end, StepTag::isAnswered);
    return answered.getTotalCount() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(answered.getValueAtPercentile(99));
  }

  private Histogram between(StepTimes times, long begin, long end, Predicate<StepTag> outcome) {
    return times.between(begin, end, tag -> isEtrnOf(name, tag) && outcome.test(tag));
  }

  private static boolean isEtrnOf(String name, StepTag tag) {
    return tag.isOf(name) && tag.isEtrn();
  }

  private static List<String> names(StepTimes times) {
    return times.tags().stream()
        .filter(StepTag::isEtrn)
        .map(StepTag::population)
        .distinct()
        .toList();
  }

  private static long begin(Population planned, StepTimes times) {
    return planned.after().isZero()
        ? 0
        : firstEtrn(planned.name(), times).orElse(planned.after().toSeconds());
  }

  private static OptionalLong firstEtrn(String name, StepTimes times) {
    return times.seconds().stream()
        .mapToLong(second -> second)
        .filter(
            second ->
                times.between(second, second + 1, tag -> isEtrnOf(name, tag)).getTotalCount() > 0)
        .findFirst();
  }
}
