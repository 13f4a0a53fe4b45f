package dev.etrn.load.scenario;

import java.time.Duration;
import java.util.List;

/**
 * A population of clients that behave alike.
 *
 * @param name a name such as {@code polite}; in lower case, since it is part of file names and tags
 * @param after the time from the start to its first session
 * @param nodes the nodes that its sessions ask or send mail for, in turn; at least one
 */
public record Population(
    String name, Duration after, Pace pace, SessionScript script, List<String> nodes) {

  public Population {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("the population " + name + " has no node");
    }
  }

  /**
   * The name of the population that only warms up the target and the injector; its sessions do not
   * count.
   */
  public static final String WARM_UP = "warm-up";

  /** Returns true if the sessions of the population with this name count. */
  public static boolean counts(String name) {
    return !name.equals(WARM_UP);
  }

  /** Returns this population with a later start. */
  public Population later(Duration delay) {
    return new Population(name, after.plus(delay), pace, script, nodes);
  }

  /** Returns the time from the start to the beginning of its last session. */
  public Duration until() {
    return after.plus(pace.lasting());
  }
}
