package dev.etrn.load.verdict;

import java.util.Arrays;
import java.util.Optional;

/** A measured value that a threshold can be set on. */
public enum Metric {
  P50("p50", Unit.NANOS, "median of the reply to ETRN"),
  P90("p90", Unit.NANOS, "90 % of the replies to ETRN came within"),
  P95("p95", Unit.NANOS, "95 % of the replies to ETRN came within"),
  P99("p99", Unit.NANOS, "99 % of the replies to ETRN came within"),
  P999("p99.9", Unit.NANOS, "99.9 % of the replies to ETRN came within"),
  MAX("max", Unit.NANOS, "the slowest reply to ETRN"),
  FIRST("first", Unit.NANOS, "median from ETRN to the first connection back"),
  LAST("last", Unit.NANOS, "median from ETRN to the last message"),
  RATE("rate", Unit.PER_SECOND, "ETRNs answered in a second"),
  ERRORS("errors", Unit.SHARE, "share of ETRNs with another reply than expected, or none"),
  LOST("lost", Unit.COUNT, "messages that did not come"),
  DOUBLED("doubled", Unit.COUNT, "messages that came again"),
  MISDELIVERED("misdelivered", Unit.COUNT, "messages that came for another node"),
  ASSERTIONS("assertions", Unit.COUNT, "1 when an assertion of the simulation does not hold"),
  FAIRNESS("fairness", Unit.NUMBER, "Jain's index over the partners, 1 when all get the same");

  /** The unit of a metric's values. */
  public enum Unit {
    NANOS,
    PER_SECOND,
    /** A share from 0 to 1; thresholds may write it as a percentage. */
    SHARE,
    COUNT,
    NUMBER
  }

  private final String title;
  private final Unit unit;
  private final String sentence;

  Metric(String title, Unit unit, String sentence) {
    this.title = title;
    this.unit = unit;
    this.sentence = sentence;
  }

  /** Returns the metric that has this name in thresholds. */
  public static Optional<Metric> named(String name) {
    return Arrays.stream(values()).filter(metric -> metric.title.equals(name)).findFirst();
  }

  public String title() {
    return title;
  }

  public Unit unit() {
    return unit;
  }

  public String sentence() {
    return sentence;
  }
}
