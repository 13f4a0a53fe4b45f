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
 * A population that asks for mail.
 *
 * @param from the second of the run in which it begins
 */
public record EtrnPopulation(String name, long from) {

  /**
   * In the order in which they were planned. Those that were to begin later begin when their times
   * say so; a simulation has no plan, and all of it begins at once.
   */
  public static List<EtrnPopulation> in(LoadResult result) {
    if (result.setup().play().isSimulation()) {
      return names(result.times()).stream().map(name -> new EtrnPopulation(name, 0)).toList();
    }
    return result.setup().play().workload().populations().stream()
        .filter(one -> one.script() instanceof SessionScript.Ask)
        .map(one -> new EtrnPopulation(one.name(), from(one, result.times())))
        .toList();
  }

  /** As the times of a run tell, the earliest first. */
  public static List<EtrnPopulation> in(StepTimes times) {
    return names(times).stream()
        .map(name -> new EtrnPopulation(name, firstSecond(name, times).orElse(0)))
        .sorted(Comparator.comparingLong(EtrnPopulation::from))
        .toList();
  }

  /** Its name, fit to be shown. */
  public String title() {
    return EscapedText.line(name);
  }

  /** How many of its ETRNs were accepted in the seconds {@code begin} to before {@code end}. */
  long accepted(StepTimes times, long begin, long end) {
    return between(times, begin, end, StepTag::isAccepted).getTotalCount();
  }

  /** How many were answered otherwise, in the whole run. */
  long refused(StepTimes times) {
    return between(times, 0, Long.MAX_VALUE, tag -> tag.isAnswered() && !tag.isAccepted())
        .getTotalCount();
  }

  /**
   * Within how many nanoseconds 99 % of those of the seconds {@code begin} to before {@code end}
   * were answered; empty when none was.
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

  private static long from(Population planned, StepTimes times) {
    return planned.after().isZero()
        ? 0
        : firstSecond(planned.name(), times).orElse(planned.after().toSeconds());
  }

  private static OptionalLong firstSecond(String name, StepTimes times) {
    return times.seconds().stream()
        .mapToLong(second -> second)
        .filter(
            second ->
                times.between(second, second + 1, tag -> isEtrnOf(name, tag)).getTotalCount() > 0)
        .findFirst();
  }
}
