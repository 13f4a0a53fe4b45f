package dev.etrn.load.verdict;

import dev.etrn.load.verdict.Metric.Unit;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A demand such as {@code p99<5ms}, {@code rate>1000}, {@code errors<0.1%}, {@code lost=0}.
 *
 * @param text the threshold as the user wrote it
 * @param bound the limit, in the metric's unit
 */
public record Threshold(String text, Metric metric, Relation relation, double bound) {

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9.]+)\\s*(<=|>=|<|>|=)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*([a-zµ%]*)");
  private static final Map<String, Double> NANOS =
      Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9);

  /** The comparison that a value must pass against the bound. */
  public enum Relation {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    private boolean holds(double value, double bound) {
      return switch (this) {
        case LESS -> value < bound;
        case AT_MOST -> value <= bound;
        case MORE -> value > bound;
        case AT_LEAST -> value >= bound;
        case EQUAL -> value == bound;
      };
    }
  }

  /** Returns the threshold that demands a count of 0. */
  public static Threshold none(Metric metric) {
    return new Threshold(metric.title() + "=0", metric, Relation.EQUAL, 0);
  }

  /**
   * Reads a threshold.
   *
   * @throws InvalidThresholdException when it names no metric, or its unit does not fit the metric
   */
  public static Threshold parse(String text) throws InvalidThresholdException {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new InvalidThresholdException(
          text, "expected something like p99<5ms, rate>1000 or lost=0");
    }
    Metric metric =
        Metric.named(form.group(1))
            .orElseThrow(
                () ->
                    new InvalidThresholdException(text, "it has to begin with one of " + names()));
    Relation relation =
        Arrays.stream(Relation.values())
            .filter(candidate -> candidate.sign.equals(form.group(2)))
            .findFirst()
            .orElseThrow();
    double number = Double.parseDouble(form.group(3));
    return new Threshold(text, metric, relation, number * factor(text, metric, form.group(4)));
  }

  /**
   * Returns true if the value meets this threshold.
   *
   * @param value the measured value; empty when there was nothing to measure, which misses every
   *     threshold
   */
  public boolean isMetBy(OptionalDouble value) {
    return value.isPresent() && relation.holds(value.getAsDouble(), bound);
  }

  private static double factor(String text, Metric metric, String unit)
      throws InvalidThresholdException {
    if (metric.unit() == Unit.NANOS) {
      Double nanos = NANOS.get(unit);
      if (nanos == null) {
        throw new InvalidThresholdException(
            text, metric.title() + " is a time: end it in us, ms or s");
      }
      return nanos;
    }
    if (metric.unit() == Unit.SHARE && unit.equals("%")) {
      return 0.01;
    }
    boolean isRate = metric.unit() == Unit.PER_SECOND && unit.equals("s");
    if (!unit.isEmpty() && !isRate) {
      throw new InvalidThresholdException(text, metric.title() + " has no unit '" + unit + "'");
    }
    return 1;
  }

  private static String names() {
    return Arrays.stream(Metric.values()).map(Metric::title).collect(Collectors.joining(", "));
  }
}
