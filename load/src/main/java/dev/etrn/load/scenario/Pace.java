package dev.etrn.load.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** When the sessions of a population begin. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "pace")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Pace.AtOnce.class, name = "atOnce"),
  @JsonSubTypes.Type(value = Pace.Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = Pace.Steps.class, name = "steps"),
  @JsonSubTypes.Type(value = Pace.Concurrent.class, name = "concurrent")
})
public sealed interface Pace {

  /** How long sessions begin. */
  Duration lasting();

  /** All together, once. */
  record AtOnce(int sessions) implements Pace {
    @Override
    public Duration lasting() {
      return Duration.ZERO;
    }
  }

  /**
   * The open model: so many a second, whether or not those before have ended.
   *
   * @param perSecond sessions
   */
  record Constant(double perSecond, Duration lasting) implements Pace {}

  /**
   * The open model, in levels: each adds {@code perSecond} to the rate of the one before.
   *
   * @param perSecond sessions, of the first level, and more in each other one
   */
  record Steps(double perSecond, int levels, Duration each) implements Pace {
    @Override
    public Duration lasting() {
      return each.multipliedBy(levels);
    }
  }

  /** The closed model: so many at any time; the next begins when one ends. */
  record Concurrent(int sessions, Duration lasting) implements Pace {}
}
