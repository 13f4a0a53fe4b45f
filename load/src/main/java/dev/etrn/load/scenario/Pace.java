package dev.etrn.load.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** The pace at which the sessions of a population begin. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "pace")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Pace.AtOnce.class, name = "atOnce"),
  @JsonSubTypes.Type(value = Pace.Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = Pace.Steps.class, name = "steps"),
  @JsonSubTypes.Type(value = Pace.Concurrent.class, name = "concurrent")
})
public sealed interface Pace {

  /** Returns the time during which sessions begin. */
  Duration lasting();

  /** A pace at which all sessions begin at once. */
  record AtOnce(int sessions) implements Pace {
    @Override
    public Duration lasting() {
      return Duration.ZERO;
    }
  }

  /**
   * The open model: a number of sessions begins in each second, whether or not earlier ones have
   * ended.
   *
   * @param perSecond the number of sessions that begin in a second
   */
  record Constant(double perSecond, Duration lasting) implements Pace {}

  /**
   * The open model with a rate that rises: each level adds {@code perSecond} to the rate of the
   * level before it.
   *
   * @param perSecond the rate of the first level, and the increase at each further level
   */
  record Steps(double perSecond, int levels, Duration each) implements Pace {
    @Override
    public Duration lasting() {
      return each.multipliedBy(levels);
    }
  }

  /** The closed model: a number of sessions is open at any time; the next begins when one ends. */
  record Concurrent(int sessions, Duration lasting) implements Pace {}
}
